/**
 * Who needs cover while someone is away (domain brief, section 8): (a) the renewal falls inside the absence, (b) unhealthy with an
 * active Lighthouse save plan, (c) an active customer Slack channel or open support tickets. The page joins (c) with "and"; either is listed.
 */
import type { AccountSummary, ActionStep } from "../assessment"
import type { CalendarDate } from "../facts"
import { isUnhealthy } from "../health/bands"
import { colour, plural, shortDate } from "../words"

export interface Absence {
  /** First day away. */
  from: CalendarDate
  /** Last day away, inclusive. */
  until: CalendarDate
}

export interface Cover {
  accountId: string
  name: string
  /** One sentence for each reason. */
  why: string[]
  /** What to do before leaving, for this account. */
  before: string[]
}

/** Accounts of the book that need cover, renewals first. Churned ones are left out. */
export function coverageOf(
  book: readonly AccountSummary[],
  absence: Absence,
  today: CalendarDate = absence.from,
): Cover[] {
  const covers = book.flatMap((account): { cover: Cover; renewal: boolean }[] => {
    if (account.churnedOn !== undefined && account.churnedOn <= today) return []
    const why: string[] = []
    const before: string[] = []
    const on = account.renewalOn
    const renewal = on !== undefined && on >= absence.from && on <= absence.until
    if (renewal) {
      why.push(`The renewal date, ${shortDate(on, today)}, falls inside the absence.`)
      before.push("Close the pending renewal items first.")
    }
    if (account.lighthouse === true && isUnhealthy(account.band)) {
      why.push(`It is ${colour(account.band)} and has an active Lighthouse save plan.`)
      before.push("Hand the save plan's next steps and its weekly update to the cover.")
    }
    const tickets = account.openSupportTickets ?? 0
    if (account.slackActive === true) {
      why.push("The customer's Slack channel is active.")
      before.push("Name the cover in the Slack channel.")
    }
    if (tickets > 0) {
      why.push(`${plural(tickets, "support ticket")} ${tickets === 1 ? "is" : "are"} open.`)
      before.push("Tell the cover where the open tickets stand.")
    }
    return why.length === 0
      ? []
      : [{ cover: { accountId: account.id, name: account.name, why, before }, renewal }]
  })
  return covers
    .sort((a, b) => Number(b.renewal) - Number(a.renewal) || a.cover.name.localeCompare(b.cover.name))
    .map(({ cover }) => cover)
}

/** What anyone does before being away. `scaled`: served from a shared inbox. */
export function coverageSteps(absence: Absence, scaled = false): ActionStep[] {
  const dates = `${shortDate(absence.from)} to ${shortDate(absence.until)}`
  return [
    { id: "log-pto", text: `Log the time off, ${dates}.` },
    { id: "agree-plan", text: "Agree the plan with your manager and peers." },
    { id: "share", text: "Share it with the AE, CE and IE." },
    { id: "move-syncs", text: "Move customer syncs, keeping the AE informed." },
    {
      id: "notify",
      text: scaled
        ? "Notify customers: autoresponder with the names of your peers."
        : "Notify the customers and name who covers.",
    },
    { id: "slack-status", text: `Set your Slack status with the dates, ${dates}.` },
  ]
}
