import type { Book, Colleague } from "../book/book"
import type { Customer } from "../book/customer"
import type { ObjectName } from "../book/ids"
import { readSalesforceId, to18 } from "../book/ids"
import type { Row } from "../world/collection"

/** What a query's top-level conditions already say, so that not the whole book must be made. */
export interface Narrowing {
  accountIds?: string[]
  ids?: string[]
  ownerIds?: string[]
}

/** Salesforce's tables over the book, with everything written since. */
export class SalesforceTables {
  private readonly accounts = new Map<number, Row>()
  private readonly users: Row[]
  private readonly created = new Map<ObjectName, Row[]>()
  private readonly deleted = new Set<string>()
  /** Id of a merged account to the one that went on. */
  private readonly merged = new Map<string, string>()

  constructor(readonly book: Book) {
    this.users = book.colleagues.map((person) => userRow(book, person))
  }

  /** All rows of an object, or at least those that the narrowing lets through. */
  rows(object: ObjectName, narrowing: Narrowing = {}, deletedToo = false): Row[] {
    const made =
      object === "User"
        ? this.users
        : this.customersFor(object, narrowing).flatMap((customer) => this.of(object, customer))
    const all = [...made, ...(this.created.get(object) ?? [])]
    if (!deletedToo) return all.filter((row) => !this.deleted.has(row["Id"] as string))
    return all.map((row) =>
      this.deleted.has(row["Id"] as string)
        ? { ...row, IsDeleted: true, MasterRecordId: this.merged.get(row["Id"] as string) ?? null }
        : row,
    )
  }

  byId(object: ObjectName, id: string): Row | undefined {
    const wanted = to18(id)
    return this.rows(object, { ids: [wanted] }).find((row) => row["Id"] === wanted)
  }

  add(object: ObjectName, row: Row): void {
    const rows = this.created.get(object) ?? []
    rows.push(row)
    this.created.set(object, rows)
  }

  delete(id: string): void {
    this.deleted.add(to18(id))
  }

  /** Merges one account into another: the first is deleted and names the second. */
  merge(id: string, into: string): void {
    this.deleted.add(to18(id))
    this.merged.set(to18(id), to18(into))
  }

  private of(object: ObjectName, customer: Customer): Row[] {
    if (customer.salesforceOf !== undefined) return []
    if (object === "Account") {
      let row = this.accounts.get(customer.index)
      if (!row) this.accounts.set(customer.index, (row = accountRow(this.book, customer)))
      return [row]
    }
    const { deals, activities, people } = this.book.detailsOf(customer)
    switch (object) {
      case "Opportunity":
        return deals.opportunities
      case "Contract":
        return deals.contracts
      case "Case":
        return deals.cases
      case "Task":
        return activities.tasks
      case "Event":
        return activities.events
      case "Contact":
        return people.map((person) => ({
          Id: person.contactId,
          AccountId: customer.salesforceId,
          Name: person.name,
          FirstName: person.firstName,
          LastName: person.lastName,
          Email: person.email,
          Title: person.title,
          Role__c: person.roles.length ? person.roles.join(";") : null,
          Instance_Admin__c: person.roles.includes("Instance Admin"),
          OwnerId: this.book.executiveOf(customer).userId,
          CreatedDate: person.createdAt,
          LastModifiedDate: person.createdAt,
          SystemModstamp: person.createdAt,
        }))
      default:
        return []
    }
  }

  private customersFor(object: ObjectName, narrowing: Narrowing): Customer[] {
    const ids =
      object === "Account" ? (narrowing.ids ?? narrowing.accountIds) : (narrowing.accountIds ?? narrowing.ids)
    if (ids) {
      const found = new Set<Customer>()
      for (const id of ids) {
        const customer = this.book.bySalesforceId(to18(id))
        if (customer && readSalesforceId(to18(id))) found.add(customer)
      }
      return [...found]
    }
    if (narrowing.ownerIds && (object === "Task" || object === "Event"))
      return this.book.customers.filter((customer) =>
        narrowing.ownerIds!.includes(this.book.advisorOf(customer).userId),
      )
    return this.book.customers
  }
}

function userRow(book: Book, person: Colleague): Row {
  const at = book.calendar.at(-800, 9)
  return {
    Id: person.userId,
    Name: person.name,
    Email: person.email,
    Username: person.email,
    Title: person.title,
    IsActive: true,
    TimeZoneSidKey: "Europe/Berlin",
    CreatedDate: at,
    LastModifiedDate: at,
    SystemModstamp: at,
  }
}

function accountRow(book: Book, customer: Customer): Row {
  const { calendar } = book
  const { quirks, health } = customer
  const modified = calendar.at(-2, 8, customer.index % 60)
  return {
    Id: customer.salesforceId,
    Name: customer.salesforceName,
    Type: customer.churnedAt ? "(5) Attrited Customer" : "(1) Customer",
    ParentId: customer.index % 29 === 28 ? (book.customers[customer.index - 1]?.salesforceId ?? null) : null,
    OwnerId: book.executiveOf(customer).userId,
    Industry: ["Technology", "Banking", "Healthcare"][customer.index % 3],
    Website: `https://www.${customer.domain}`,
    Description: null,
    NumberOfEmployees: customer.noData ? null : customer.employees,
    AnnualRevenue: null,
    Number_of_Developers__c:
      customer.noData || customer.index % 6 === 5 ? null : (customer.developers ?? null),
    ARR__c: customer.noData ? null : quirks.disagree ? Math.round(customer.arr * 1.1) : customer.arr,
    FY25_Segmentation__c: customer.noData ? null : customer.tier,
    TA_Segmentation__c: customer.tier === "Mid-Market" ? "Scaled Success" : "Named",
    Technical_Advisor_Support_Level__c: customer.tier === "Mid-Market" ? "Scaled" : "Enterprise",
    Active_Contract_Period_End__c: customer.noData
      ? null
      : quirks.disagree
        ? calendar.day(calendar.daysTo(customer.renewalOn) + 31)
        : customer.renewalOn,
    Customer_Health__c: null,
    Account_Plan_Link__c: customer.index % 4 === 3 ? null : `https://docs.example/plan/${customer.index}`,
    Notes_Next_Steps__c: null,
    LastActivityDate: quirks.futureActivity
      ? calendar.day(21)
      : health.lastActivityDays === undefined
        ? null
        : calendar.day(-health.lastActivityDays),
    CurrencyIsoCode: "USD",
    CreatedDate: customer.createdAt,
    LastModifiedDate: modified,
    SystemModstamp: modified,
  }
}
