import type { Book } from "./book"
import type { Customer } from "./customer"
import { type Deals, makeDeals } from "./deals"
import { type Person, makePeople } from "./people"
import { type ActivityRows, makeActivities } from "./activities"
import { type TouchRows, makeTouches } from "./touches"
import { type ProjectRow, makeProjects } from "./projects"

export type Row = Record<string, unknown>

/** What hangs under one customer, in both services. Rows are changed in place by writes. */
export interface Details {
  people: Person[]
  touches: TouchRows
  projects: ProjectRow[]
  deals: Deals
  activities: ActivityRows
}

export function makeDetails(book: Book, customer: Customer): Details {
  const people = makePeople(book, customer)
  return {
    people,
    touches: makeTouches(book, customer, people),
    projects: makeProjects(book, customer),
    deals: makeDeals(book, customer),
    activities: makeActivities(book, customer, people),
  }
}
