import type { Book } from "./book"
import type { Customer } from "./customer"
import type { Row } from "./details"
import { salesforceId } from "./ids"
import { Random } from "./random"

/** Salesforce's commercial rows of one customer. */
export interface Deals {
  opportunities: Row[]
  contracts: Row[]
  cases: Row[]
}

export function makeDeals(book: Book, customer: Customer): Deals {
  const deals: Deals = { opportunities: [], contracts: [], cases: [] }
  if (customer.noData || customer.salesforceOf !== undefined) return deals
  const random = new Random(book.saltOf(customer), customer.index, "deals")
  const { calendar } = book
  const ownerId = book.executiveOf(customer).userId
  const daysOut = calendar.daysTo(customer.renewalOn)
  const opportunity = (
    name: string,
    type: string,
    stage: string,
    amount: number,
    closeDays: number,
    closed: boolean,
  ): void => {
    const n = deals.opportunities.length
    deals.opportunities.push({
      Id: salesforceId("Opportunity", customer.index, n),
      AccountId: customer.salesforceId,
      Name: `${customer.name} - ${name}`.slice(0, 120),
      Type: type,
      StageName: stage,
      Amount: amount,
      CloseDate: calendar.day(closeDays),
      IsClosed: closed,
      IsWon: closed,
      Probability: closed ? 100 : 60,
      OwnerId: ownerId,
      CreatedDate: calendar.at(Math.min(closeDays, 0) - 90, 9),
      LastModifiedDate: calendar.at(-5, 9),
      SystemModstamp: calendar.at(-5, 9),
    })
  }
  const start = calendar.daysTo(customer.contractStartOn)
  opportunity("New business", "New Business", "Closed Won", Math.round(customer.arr * 0.7), start, true)
  if (!customer.churnedAt) opportunity("Renewal", "Renewal", "Negotiation", customer.arr, daysOut, false)
  if (random.chance(0.3))
    opportunity("Expansion", "Expansion", "Discovery", Math.round(customer.arr * 0.2), 60, false)

  deals.contracts.push({
    Id: salesforceId("Contract", customer.index, 0),
    AccountId: customer.salesforceId,
    ContractNumber: String(1000 + customer.index).padStart(8, "0"),
    Status: customer.churnedAt ? "Expired" : "Activated",
    StatusCode: customer.churnedAt ? "Expired" : "Activated",
    StartDate: customer.contractStartOn,
    EndDate: customer.quirks.disagree ? calendar.day(daysOut + 31) : customer.renewalOn,
    ContractTerm: 12,
    OwnerId: ownerId,
    CreatedDate: calendar.at(start, 9),
    LastModifiedDate: calendar.at(start, 9),
    SystemModstamp: calendar.at(start, 9),
  })

  const cases = customer.index % 5 === 0 ? 2 : random.int(0, 1)
  for (let n = 0; n < cases; n++)
    deals.cases.push({
      Id: salesforceId("Case", customer.index, n),
      AccountId: customer.salesforceId,
      CaseNumber: String(10_000 + customer.index * 3 + n).padStart(8, "0"),
      Subject: n ? "Indexing is slow after the upgrade" : "Search times out on the monorepo",
      Status: n ? "Closed" : "Working",
      Priority: n ? "Low" : "High",
      IsClosed: n > 0,
      ContactId: salesforceId("Contact", customer.index, 1),
      OwnerId: ownerId,
      CreatedDate: calendar.at(-9 - n * 20, 9),
      ClosedDate: n ? calendar.at(-20, 9) : null,
      LastModifiedDate: calendar.at(-4, 9),
      SystemModstamp: calendar.at(-4, 9),
    })
  return deals
}
