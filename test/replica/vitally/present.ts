import type { Book, Colleague } from "../book/book"
import type { Customer } from "../book/customer"
import { uuid } from "../book/ids"
import type { Person } from "../book/people"
import { accountFields, type Traits, traitsOf } from "../book/traits"
import type { Row } from "../world/collection"

export function adminRow(colleague: Colleague): Row {
  return { id: colleague.id, name: colleague.name, email: colleague.email, licenseStatus: "active" }
}

function keyRole(label: string, colleague: Colleague, createdAt: string, n: number): Row {
  return {
    id: uuid("keyRole", n, 1),
    createdAt,
    assignedAt: createdAt,
    keyRole: { id: uuid("keyRole", label === "CSM" ? 0 : 1), label, createdAt },
    vitallyUser: adminRow(colleague),
  }
}

/** The account as the API gives it; keys that Vitally leaves out are left out here, too. */
export function accountRow(book: Book, customer: Customer): Row {
  const { quirks } = customer
  const advisor = book.advisorOf(customer)
  const executive = book.executiveOf(customer)
  const traits: Traits = quirks.organizationOnly ? {} : traitsOf(customer, book)
  const externalId =
    quirks.externalId === "salesforce"
      ? quirks.shortIds
        ? customer.salesforceId.slice(0, 15)
        : customer.salesforceId
      : quirks.externalId === "other"
        ? `org_${customer.index + 1000}`
        : null
  const row: Row = {
    id: customer.id,
    createdAt: customer.createdAt,
    updatedAt: customer.updatedAt,
    externalId,
    name: customer.name,
    traits,
    organizationId: customer.organizationId,
    mrr: customer.noData ? null : Math.round((customer.arr / 12) * 100) / 100,
    nextRenewalDate: customer.noData
      ? null
      : customer.index % 2
        ? customer.renewalOn
        : `${customer.renewalOn}T00:00:00.000Z`,
    churnedAt: customer.churnedAt ?? null,
    usersCount: 0,
    npsDetractorCount: 0,
    npsPassiveCount: 1,
    npsPromoterCount: 1,
    healthScore: customer.healthScore,
    csmId: advisor.id,
    accountExecutiveId: executive.id,
    segments: [{ id: uuid("segment", 0), name: customer.tier }],
  }
  if (!quirks.csmOnly)
    row["keyRoles"] = [
      keyRole("Technical Advisor", advisor, customer.createdAt, customer.index * 2),
      keyRole("Account Executive", executive, customer.createdAt, customer.index * 2 + 1),
    ]
  if (!quirks.sparse) {
    Object.assign(row, {
      accountOwnerId: null,
      trialEndDate: null,
      firstSeenTimestamp: customer.createdAt,
      lastSeenTimestamp: book.calendar.hoursAgo(3 + (customer.index % 70)),
      npsScore: customer.index % 7 === 0 ? null : 40,
      ...messageTimes(book, customer),
    })
  }
  return quirks.allNull ? nulled(row) : row
}

/** Newest inbound and outbound message; the same as in the conversations. */
function messageTimes(book: Book, customer: Customer): Row {
  if (customer.silent || customer.noData)
    return { lastInboundMessageTimestamp: null, lastOutboundMessageTimestamp: null }
  const last = customer.health.lastActivityDays
  return {
    lastInboundMessageTimestamp:
      customer.waitingHours === undefined
        ? last === undefined
          ? null
          : book.calendar.at(-last - 3, 9, 12)
        : book.calendar.hoursAgo(customer.waitingHours),
    lastOutboundMessageTimestamp: last === undefined ? null : book.calendar.at(-Math.min(last, 3), 7),
  }
}

const kept = new Set(["id", "createdAt", "updatedAt", "name", "traits"])

function nulled(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, kept.has(key) ? value : null]))
}

/** An organization; rich only where its accounts are not (facts: "rich data may sit on the organization"). */
export function organizationRow(book: Book, accounts: Customer[]): Row {
  const first = accounts[0]!
  const advisor = book.advisorOf(first)
  const rich = first.quirks.organizationOnly ? traitsOf(first, book) : {}
  return {
    id: first.organizationId,
    createdAt: first.createdAt,
    updatedAt: first.updatedAt,
    externalId: first.quirks.externalId === "none" ? null : `org-${first.index}`,
    name: first.organizationName,
    traits: { ...rich, ...(first.noData ? {} : { [accountFields.renewDate.path]: first.renewalOn }) },
    accountsCount: accounts.length,
    organizationOwnerId: null,
    firstPaidDate: first.contractStartOn,
    mrr: Math.round(accounts.reduce((sum, a) => sum + a.arr, 0) / 12),
    nextRenewalDate: first.noData ? null : first.renewalOn,
    churnedAt: first.churnedAt ?? null,
    healthScore: first.healthScore,
    csmId: advisor.id,
    segments: [],
  }
}

export function userRow(customer: Customer, person: Person): Row {
  return {
    id: person.id,
    createdAt: person.createdAt,
    updatedAt: person.lastSeenAt,
    externalId: null,
    name: person.name,
    email: person.email,
    avatar: null,
    traits: {
      "sfdc.Id": person.contactId,
      "sfdc.AccountId": customer.salesforceId,
      "sfdc.Role__c": person.roles,
      title: person.title,
    },
    firstKnown: person.createdAt,
    joinDate: person.createdAt,
    lastSeenTimestamp: person.lastSeenAt,
    lastInboundMessageTimestamp: null,
    lastOutboundMessageTimestamp: null,
    npsLastScore: null,
    npsLastFeedback: null,
    npsLastRespondedAt: null,
    unsubscribedFromConversations: false,
    deactivatedAt: null,
    permanentlyBounced: false,
    segments: [],
    accounts: [{ id: customer.id, name: customer.name }],
    organizations: [{ id: customer.organizationId, name: customer.organizationName }],
  }
}
