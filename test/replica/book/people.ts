import type { Book } from "./book"
import type { Customer } from "./customer"
import { salesforceId, uuid } from "./ids"
import { emailOf, personName } from "./names"
import { Random } from "./random"

/** Somebody at the customer: a Vitally user, and a Salesforce contact where `contactId` is set. */
export interface Person {
  id: string
  contactId: string
  name: string
  firstName: string
  lastName: string
  email: string
  title: string
  /** Values of the multi-select `Role__c`. */
  roles: string[]
  lastSeenAt: string
  createdAt: string
}

export const contactRoles = [
  "Instance Admin",
  "Deal Contact",
  "Economic Buyer",
  "Champion",
  "End User",
  "Executive",
  "Program Contact",
] as const

const cast: [title: string, roles: string[]][] = [
  ["Director of Developer Experience", ["Champion", "Program Contact"]],
  ["Staff Platform Engineer", ["Instance Admin"]],
  ["Procurement Manager", ["Deal Contact"]],
  ["VP Engineering", ["Economic Buyer", "Executive"]],
  ["Senior Engineer", ["End User"]],
  ["Engineering Manager", ["End User"]],
  ["Security Engineer", []],
]

/** The people of one customer. A champion or buyer is among them only where the trait says so - mostly. */
export function makePeople(book: Book, customer: Customer): Person[] {
  if (customer.noData) return []
  const random = new Random(book.saltOf(customer), customer.index, "people")
  const people: Person[] = []
  const size = customer.showcase ? 6 : random.int(2, 7)
  for (const [n, [title, roles]] of cast.slice(0, size).entries()) {
    const name = personName(random)
    // Now and then nobody is tagged as champion although the trait says that there is one.
    const kept = roles.filter((role) => {
      if (role === "Champion")
        return customer.health.champion === true && (customer.showcase !== undefined || random.chance(0.8))
      if (role === "Economic Buyer") return customer.health.buyer === true
      return true
    })
    people.push({
      id: uuid("user", customer.index, n),
      contactId: salesforceId("Contact", customer.index, n),
      name,
      firstName: name.split(" ")[0] ?? name,
      lastName: name.split(" ").slice(1).join(" "),
      email: emailOf(name, customer.domain),
      title,
      roles: kept,
      lastSeenAt: book.calendar.hoursAgo(2 + random.next() * 900),
      createdAt: book.calendar.at(-random.int(30, 700), 10),
    })
  }
  return people
}
