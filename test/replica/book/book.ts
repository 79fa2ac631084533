import { Calendar } from "./calendar"
import type { Customer } from "./customer"
import { type Details, makeDetails } from "./details"
import { readSalesforceId, readUuid, salesforceId, uuid } from "./ids"
import { makeCustomer } from "./make-customer"
import { advisorNames, emailOf, executiveNames, personName } from "./names"
import { Random } from "./random"
import { showcaseSpecs } from "./showcase"

export interface BookOptions {
  seed: number
  accounts: number
  /** Epoch milliseconds: every date in the book hangs on it. */
  now: number
  /** How usage ratios are written; by default the seed decides (odd: 0-1, even: 0-100), for the whole book. */
  ratios?: "fraction" | "percent"
}

/** A colleague: Vitally admin and Salesforce user. */
export interface Colleague {
  name: string
  email: string
  /** Vitally admin. */
  id: string
  /** Salesforce user. */
  userId: string
  title: "Technical Advisor" | "Account Executive"
}

/** All customers and the people who look after them, made from a seed. Details are made when first asked for. */
export class Book {
  readonly calendar: Calendar
  readonly advisors: Colleague[]
  readonly executives: Colleague[]
  readonly customers: Customer[] = []
  readonly percent: boolean
  private readonly details = new Map<number, Details>()
  private readonly fixedIds = new Map(showcaseSpecs.map((spec, index) => [spec.id, index]))
  private readonly byAdvisor: number[]

  constructor(readonly options: BookOptions) {
    this.calendar = new Calendar(options.now)
    this.percent = options.ratios ? options.ratios === "percent" : options.seed % 2 === 0
    const random = new Random(options.seed, "people")
    this.byAdvisor = shareOut(random, options.accounts)
    this.advisors = this.byAdvisor.map((_, i) =>
      colleague(advisorNames[i] ?? personName(random), i, "Technical Advisor"),
    )
    this.executives = executiveNames.map((name, i) => colleague(name, 10_000 + i, "Account Executive"))
    let advisor = 0
    let given = 0
    for (let index = 0; index < options.accounts; index++) {
      while (advisor < this.byAdvisor.length - 1 && given >= (this.byAdvisor[advisor] ?? 0)) {
        advisor++
        given = 0
      }
      given++
      this.customers.push(makeCustomer(options.seed, index, this.calendar, advisor))
    }
  }

  get colleagues(): Colleague[] {
    return [...this.advisors, ...this.executives]
  }

  /** What a customer's randomness hangs on: the seed, but not for the showcase. */
  saltOf(customer: Customer): number | string {
    return customer.showcase === undefined ? this.options.seed : "showcase"
  }

  advisorOf(customer: Customer): Colleague {
    return this.advisors[customer.advisor] ?? this.advisors[0]!
  }

  executiveOf(customer: Customer): Colleague {
    return this.executives[customer.executive] ?? this.executives[0]!
  }

  /** Contacts, touches, deals and the like of one customer; made once, then kept and changed in place. */
  detailsOf(customer: Customer): Details {
    let details = this.details.get(customer.index)
    if (!details) {
      details = makeDetails(this, customer)
      this.details.set(customer.index, details)
    }
    return details
  }

  byAccountId(id: string): Customer | undefined {
    const index = this.fixedIds.get(id.toLowerCase()) ?? indexIn(id, "account")
    return index === undefined ? undefined : this.customers[index]
  }

  /** The customer in whose details a UUID of this book's making lies. */
  byDetailId(id: string): Customer | undefined {
    const read = readUuid(id)
    return read ? this.customers[read.index] : undefined
  }

  bySalesforceId(id: string): Customer | undefined {
    const read = readSalesforceId(id)
    return read ? this.customers[read.index] : undefined
  }
}

function indexIn(id: string, kind: string): number | undefined {
  const read = readUuid(id)
  return read?.kind === kind ? read.index : undefined
}

function colleague(name: string, index: number, title: Colleague["title"]): Colleague {
  return {
    name,
    email: emailOf(name, "lensworks.example"),
    id: uuid("admin", index),
    userId: salesforceId("User", index),
    title,
  }
}

/** How many accounts each TA looks after: the first about 40, the others 20 to 80; always at least two TAs. */
function shareOut(random: Random, accounts: number): number[] {
  const shares = [Math.min(40, accounts)]
  for (let left = accounts - 40; left > 0;) {
    const share = random.int(20, 80)
    shares.push(Math.min(share, left))
    left -= share
  }
  if (shares.length === 1) shares.push(0)
  return shares
}
