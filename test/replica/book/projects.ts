import type { Book } from "./book"
import type { Customer } from "./customer"
import type { Row } from "./details"
import { uuid } from "./ids"
import { planProject, planTemplate } from "./success-plans"

export type ProjectRow = Row

/** Templates named as in the handbook (domain brief, section 6). */
const templateNames = [
  "Pre to Post-Sales Hand-off and Planning",
  "CE to TA Account Handoff Project",
  "New Customer Onboarding and Enablement Project",
  "Customer Health - Low Utilization Project",
  "Get Well project",
  "Renewal Playbook",
  "Health Assessment Project",
  "TA to TA Account Handoff",
  "Monthly Health Traits Check",
  planTemplate,
] as const

const durations = [35, 30, 60, 45, 90, 120, 21, 14, 14, 90]

export function templateRows(book: Book): Row[] {
  return templateNames.map((name, n) => ({
    id: uuid("template", n),
    createdAt: book.calendar.at(-500, 9),
    updatedAt: book.calendar.at(-60, 9),
    name,
    description: `<p>${name}</p>`,
    durationInDays: durations[n],
    projectCategoryId: uuid("category", 200 + (n % 3)),
    archivedAt: null,
  }))
}

export const projectCategoryNames = ["Onboarding", "Health", "Renewal"]

/** Projects running on one customer: low utilization where usage is low, get well before a shaky renewal. */
export function makeProjects(book: Book, customer: Customer): ProjectRow[] {
  if (customer.noData || customer.silent) return []
  const rows: Row[] = []
  const start = (
    template: (typeof templateNames)[number],
    startedDays: number,
    done: boolean,
    touchedDays: number,
  ): void => {
    const n = templateNames.indexOf(template)
    rows.push({
      id: uuid("project", customer.index, rows.length),
      createdAt: book.calendar.at(-startedDays, 9),
      updatedAt: book.calendar.at(-touchedDays, 11),
      name: template,
      accountId: customer.id,
      organizationId: null,
      templateId: uuid("template", n),
      durationInDays: durations[n],
      targetStartDate: book.calendar.day(-startedDays),
      actualStartDate: book.calendar.day(-startedDays),
      targetCompletionDate: book.calendar.day((durations[n] ?? 30) - startedDays),
      actualCompletionDate: done ? book.calendar.day(-touchedDays) : null,
      ownedByVitallyUserId: book.advisorOf(customer).id,
      projectCategoryId: uuid("category", 200 + (n % 3)),
      projectStatusId: uuid("category", done ? 301 : 300),
      archivedAt: null,
      traits: {},
    })
  }
  const daysOut = book.calendar.daysTo(customer.renewalOn)
  if (book.calendar.daysTo(customer.contractStartOn) > -70)
    start("New Customer Onboarding and Enablement Project", 20, false, 4)
  if ((customer.health.mauOverSeats ?? 1) < 0.5 && customer.index % 2 === 0)
    start("Customer Health - Low Utilization Project", 40, false, 13)
  if (daysOut > 0 && daysOut <= 180 && (customer.healthScore ?? 10) < 20 / 3)
    start("Get Well project", 30, false, 13)
  if (customer.index % 3 === 0) start("Monthly Health Traits Check", 45, true, 38)
  const plan = planProject(book, customer, uuid("template", templateNames.indexOf(planTemplate)))
  if (plan) rows.push(plan)
  return rows
}
