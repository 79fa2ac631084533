import type { Book } from "./book"
import type { Customer } from "./customer"
import type { Row } from "./details"
import { uuid } from "./ids"
import { Random } from "./random"

export const taskCategoryNames = ["Onboarding", "Adoption", "Renewal", "Risk", "Other"]

const names = [
  "Send the monthly check-in",
  "Review the usage drop with the champion",
  "Update the success plan",
  "Prepare the business review",
  "Ask for an introduction to the buyer",
  "Follow up on the upgrade window",
  "Share the release notes that matter to them",
  "Set sentiment, champion and buyer access",
]

/** Vitally tasks of one customer: some done, some overdue, some due today, some without a date. */
export function makeTasks(book: Book, customer: Customer, average: number): Row[] {
  const random = new Random(book.saltOf(customer), customer.index, "tasks")
  const count = customer.showcase ? Math.max(average, 3) : Math.max(0, average + random.int(-1, 1))
  const advisor = book.advisorOf(customer)
  const rows: Row[] = []
  for (let n = 0; n < count; n++) {
    const due = customer.showcase
      ? ([0, 6, -12][n] ?? random.int(-20, 30)) - (customer.index % 3 ? customer.index : 0)
      : random.int(-25, 30)
    const done = customer.showcase ? n === 2 : random.chance(0.4)
    const created = book.calendar.at(-random.int(2, 60) + Math.min(due, 0), 9, random.int(0, 59))
    const completedAt = done ? book.calendar.at(Math.min(due, -1), 16) : null
    rows.push({
      id: uuid("task", customer.index, n),
      createdAt: created,
      updatedAt: completedAt ?? book.calendar.hoursAgo(random.next() * 600 + 1),
      externalId: null,
      accountId: customer.id,
      organizationId: null,
      name: customer.name.startsWith("<") ? `${random.pick(names)} <b>now</b>` : random.pick(names),
      description:
        n % 2 ? "<p>See the <a href='https://example.com/plan'>plan</a>.</p><script>alert(1)</script>" : null,
      dueDate: random.chance(0.08)
        ? null
        : n % 3 === 2
          ? `${book.calendar.day(due)}T00:00:00.000Z`
          : book.calendar.day(due),
      completedAt,
      completedById: done ? advisor.id : null,
      assignedToId: random.chance(0.93) || customer.showcase ? advisor.id : null,
      categoryId: random.chance(0.8) ? uuid("category", random.int(0, taskCategoryNames.length - 1)) : null,
      projects: [],
      tags: n % 4 === 3 ? ["follow-up"] : [],
      archivedAt: !customer.showcase && random.chance(0.04) ? book.calendar.at(-1, 12) : null,
      meetingId: null,
      source: null,
      traits: {},
    })
  }
  return rows
}
