import type { Book } from "./book"
import type { Customer } from "./customer"
import type { Row } from "./details"
import { uuid } from "./ids"

export const planTemplate = "Success plan"

interface Plan {
  /** The project's own name; a team may change it from the template's. */
  name: string
  startedDays: number
  touchedDays: number
  /** Name, days to its due date (null: none), days since it was done (null: open), who does it. */
  goals: [name: string, due: number | null, done: number | null, by: "advisor" | "executive"][]
}

/** Success plans of showcase customers: under way, renamed and done, without a goal. The others have at most a link. */
const plans: Readonly<Record<string, Plan>> = {
  globex: {
    name: "Success plan: Globex, this quarter",
    startedDays: 38,
    touchedDays: 6,
    goals: [
      ["Agree the three outcomes with Engineering leadership", -30, 33, "advisor"],
      ["Index the monorepo with precise navigation", -16, 18, "advisor"],
      ["Train the two teams that moved in spring", -5, 6, "advisor"],
      ["Meet the renewal buyer", -4, null, "executive"],
      ["80% of seats active", 47, null, "advisor"],
      ["Upgrade to the current release", 61, null, "executive"],
      ["Write up the migration as a win for the champion", null, null, "executive"],
    ],
  },
  initech: {
    name: "Where Initech wants to be by summer",
    startedDays: 80,
    touchedDays: 20,
    goals: [
      ["Replace the old code search in all teams", -25, 27, "advisor"],
      ["Two internal champions besides the platform team", -21, 20, "advisor"],
    ],
  },
  cyberdyne: { name: planTemplate, startedDays: 3, touchedDays: 3, goals: [] },
}

/** The plan's project; its tasks are `planTasks`. */
export function planProject(book: Book, customer: Customer, templateId: string): Row | null {
  const plan = plans[customer.showcase ?? ""]
  if (!plan) return null
  const { calendar } = book
  return {
    id: projectId(customer),
    createdAt: calendar.at(-plan.startedDays, 9),
    updatedAt: calendar.at(-plan.touchedDays, 11),
    name: plan.name,
    accountId: customer.id,
    organizationId: null,
    templateId,
    durationInDays: 90,
    targetStartDate: calendar.day(-plan.startedDays),
    actualStartDate: calendar.day(-plan.startedDays),
    targetCompletionDate: calendar.day(90 - plan.startedDays),
    actualCompletionDate: null,
    ownedByVitallyUserId: book.advisorOf(customer).id,
    projectCategoryId: uuid("category", 200),
    projectStatusId: uuid("category", 300),
    archivedAt: null,
    traits: {},
  }
}

export function planTasks(book: Book, customer: Customer): Row[] {
  const plan = plans[customer.showcase ?? ""]
  if (!plan) return []
  const { calendar } = book
  const project = { id: projectId(customer), name: plan.name }
  return plan.goals.map(([name, due, done, by], n) => {
    const who = by === "advisor" ? book.advisorOf(customer) : book.executiveOf(customer)
    const createdAt = calendar.at(-plan.startedDays, 10, n)
    const completedAt = done === null ? null : calendar.at(-done, 15)
    return {
      id: uuid("task", customer.index, firstTask + n),
      createdAt,
      updatedAt: completedAt ?? createdAt,
      externalId: null,
      accountId: customer.id,
      organizationId: null,
      name,
      description: null,
      dueDate: due === null ? null : calendar.day(due),
      completedAt,
      completedById: done === null ? null : who.id,
      assignedToId: who.id,
      categoryId: null,
      projects: [project],
      tags: [],
      archivedAt: null,
      meetingId: null,
      source: null,
      traits: {},
    }
  })
}

/** Beyond a customer's other tasks and projects. */
const firstTask = 200

function projectId(customer: Customer): string {
  return uuid("project", customer.index, firstTask)
}
