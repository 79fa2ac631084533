import type { Book } from "./book"
import type { Customer } from "./customer"
import type { Row } from "./details"
import { salesforceId } from "./ids"
import type { Person } from "./people"
import { Random } from "./random"

/** Salesforce's tasks and events of one customer. */
export interface ActivityRows {
  tasks: Row[]
  events: Row[]
}

export function makeActivities(book: Book, customer: Customer, people: Person[]): ActivityRows {
  const rows: ActivityRows = { tasks: [], events: [] }
  if (customer.noData || customer.silent || customer.salesforceOf !== undefined) return rows
  const random = new Random(book.saltOf(customer), customer.index, "activities")
  const { calendar } = book
  const ownerId = book.advisorOf(customer).userId
  const who = people[0]?.contactId ?? null
  const task = (
    subject: string,
    due: number | null,
    doneDaysAgo: number | null,
    subtype: string,
    priority = "Normal",
  ): void => {
    rows.tasks.push({
      Id: salesforceId("Task", customer.index, rows.tasks.length),
      AccountId: customer.salesforceId,
      WhatId: customer.salesforceId,
      WhoId: who,
      OwnerId: ownerId,
      Subject: subject,
      Description: null,
      Status: doneDaysAgo === null ? "Not Started" : "Completed",
      Priority: priority,
      IsClosed: doneDaysAgo !== null,
      ActivityDate: due === null ? null : calendar.day(due),
      CompletedDateTime: doneDaysAgo === null ? null : calendar.at(-doneDaysAgo, 11, 25),
      TaskSubtype: subtype,
      CreatedDate: calendar.at(-(doneDaysAgo ?? 10) - 4, 9),
      LastModifiedDate: calendar.at(-(doneDaysAgo ?? 3), 12),
      SystemModstamp: calendar.at(-(doneDaysAgo ?? 3), 12),
    })
  }
  const last = customer.health.lastActivityDays
  if (last !== undefined)
    task(`Email: ${random.pick(["Next steps", "Plan for the quarter", "Upgrade"])}`, -last, last, "Email")
  // Closed long ago, due date in the future: how LastActivityDate comes to lie ahead of today.
  if (customer.quirks.futureActivity) task("Plan for the business review", 21, (last ?? 30) + 9, "Task")
  task("Call: rollout to the second team", null, (last ?? 40) + 12, "Call")
  if (customer.index % 4 === 0)
    task("Send the usage summary", customer.index % 8 === 0 ? 0 : -2, null, "Task", "High")
  if (customer.index % 9 === 2) task("Prepare the renewal deck", 5, null, "Task")

  const event = (subject: string, days: number, hour: number): void => {
    const allDay = random.chance(0.1)
    rows.events.push({
      Id: salesforceId("Event", customer.index, rows.events.length),
      AccountId: customer.salesforceId,
      WhatId: customer.salesforceId,
      WhoId: who,
      OwnerId: ownerId,
      Subject: subject,
      StartDateTime: allDay ? calendar.at(days, 0) : calendar.at(days, hour),
      EndDateTime: allDay ? calendar.at(days, 0) : calendar.at(days, hour, 45),
      IsAllDayEvent: allDay,
      ActivityDate: calendar.day(days),
      ActivityDateTime: allDay ? null : calendar.at(days, hour),
      CreatedDate: calendar.at(Math.min(days, 0) - 14, 9),
      LastModifiedDate: calendar.at(Math.min(days, 0) - 2, 9),
      SystemModstamp: calendar.at(Math.min(days, 0) - 2, 9),
    })
  }
  if (last !== undefined) event(`${customer.name} sync`, -last - 7, 15)
  if (random.chance(0.5) || customer.showcase)
    event(`${customer.name} business review`, random.int(3, 40), 16)
  return rows
}
