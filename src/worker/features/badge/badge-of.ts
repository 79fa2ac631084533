/** What the toolbar button says. Pure: the numbers come from `refresh-badge.ts`. */
import { dayOf, daysBetween } from "~src/domain/calendar"
import type { CalendarDate, Clock, Instant } from "~src/domain/facts"
import type { Settings } from "~src/messaging/views/settings"

export interface BadgeFacts {
  clock: Clock
  connection: "never" | "removed" | "refused" | "connected"
  /** What the number counts; off for managers too. */
  counts: Settings["badge"]["counts"]
  /** Overdue contacts, as many as the popup lists. */
  contacts: number
  /** The earliest day on which one of them became overdue. */
  since: CalendarDate | null
  /** Tasks overdue or due today. */
  tasks: number
  /** Names of the customers who wait for an answer, the earliest promise first. The title names them; the number does not count them. */
  waiting: readonly string[]
  /** Last answer of the source, where it is over 24 h old. */
  staleSince?: Instant
}

export interface Badge {
  text: string
  color: string
  title: string
}

/** White text reads on each of them at 4.5:1 or better. */
export const badgeColors = { calm: "#0d6a86", late: "#955f00", worst: "#b3261e", alarm: "#b3261e" } as const

/** Silent for 40 days was the retired red trigger (section 4): ten days past the monthly promise. */
const worstAfterDays = 10
const name = "Account Lens"

/** At most four characters, as Chrome shows no more; nothing for zero. */
export function badgeOf(facts: BadgeFacts): Badge {
  const { connection, counts } = facts
  if (connection === "removed" || connection === "refused") return disconnected(connection)
  if (connection === "never") return plain(`${name}: not connected to Vitally yet`)
  if (counts === "off") return plain(name)
  const contacts = counts === "tasks" ? 0 : facts.contacts
  const tasks = counts === "contacts" ? 0 : facts.tasks
  const number = contacts + tasks
  return {
    text: number === 0 ? "" : number > 999 ? "999+" : String(number),
    color: colorOf(contacts, facts),
    title: [`${name}: ${sentence(contacts, tasks, counts)}`, waitingText(facts), staleness(facts)]
      .filter(Boolean)
      .join(" "),
  }
}

const plain = (title: string): Badge => ({ text: "", color: badgeColors.calm, title })

function disconnected(connection: "removed" | "refused"): Badge {
  const why =
    connection === "removed"
      ? "no API key is stored, so nothing can be read from Vitally. Add one in the options."
      : "Vitally refused the API key, so nothing new can be read. Check it in the options."
  return { text: "!", color: badgeColors.alarm, title: `${name}: ${why}` }
}

/** By the worst: the contact overdue for longest. Tasks alone are no alarm. */
function colorOf(contacts: number, { since, clock }: BadgeFacts): string {
  if (contacts === 0 || since === null) return badgeColors.calm
  return daysBetween(since, clock.today) >= worstAfterDays ? badgeColors.worst : badgeColors.late
}

function sentence(contacts: number, tasks: number, counts: Settings["badge"]["counts"]): string {
  const customers = contacts === 1 ? "1 customer is overdue" : `${contacts} customers are overdue`
  const due = tasks === 1 ? "1 task is due" : `${tasks} tasks are due`
  if (counts === "contacts")
    return contacts === 0 ? "nobody is overdue for contact." : `${customers} for contact.`
  if (counts === "tasks") return tasks === 0 ? "no task is due." : `${due}.`
  return contacts + tasks === 0 ? "nothing is due." : `${customers} for contact, ${due}.`
}

/** A tooltip holds few names; the popup has them all. */
const mostNames = 3

function waitingText({ waiting }: BadgeFacts): string {
  if (waiting.length === 0) return ""
  const names = waiting.slice(0, mostNames).join(", ")
  const more = waiting.length > mostNames ? ` and ${waiting.length - mostNames} more` : ""
  return `Waiting for an answer: ${names}${more}.`
}

function staleness({ staleSince, clock }: BadgeFacts): string {
  if (staleSince === undefined) return ""
  const on = dayOf(staleSince, clock.timeZone)
  const days = on === null ? 0 : daysBetween(on, clock.today)
  const when = days <= 1 ? "over 24 hours ago" : `${days} days ago`
  return `Vitally last answered ${when}: this is the last known number.`
}
