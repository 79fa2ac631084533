/** A page to read before the call: who comes, what was said, what we owe, what moved, two questions to ask. */
import type { Assessment } from "../assessment"
import { addDays, dayOf, daysBetween } from "../calendar"
import { describe } from "../contact/assess-contact"
import type { AccountFacts, Clock, MeetingFact, TraitKey } from "../facts"
import { isUnhealthy } from "../health/bands"
import { colour, count, list, money, nearDate, plural, score, shortDate } from "../words"

interface BriefSection {
  key: "meeting" | "touches" | "promises" | "moved" | "tickets" | "state" | "renewal" | "data" | "questions"
  title: string
  lines: string[]
}

export interface CallBrief {
  title: string
  sections: BriefSection[]
  /** The same for copying, one line each. */
  text: string
}

/** Sections without anything to say are left out; the questions are always there. */
export function callBrief(facts: AccountFacts, assessment: Assessment, clock: Clock): CallBrief {
  const sections: BriefSection[] = [
    { key: "meeting", title: "Next meeting", lines: meetingLines(facts, clock) },
    { key: "touches", title: "Last touches", lines: touchLines(assessment, clock) },
    { key: "promises", title: "Our open promises", lines: promiseLines(facts, clock) },
    { key: "moved", title: "Moved since the last contact", lines: movedLines(facts, assessment, clock) },
    { key: "tickets", title: "Support tickets", lines: ticketLines(facts, clock) },
    { key: "state", title: "Where they stand", lines: stateLines(facts, assessment) },
    { key: "renewal", title: "Renewal", lines: renewalLines(facts, assessment) },
    { key: "data", title: "Systems that disagree", lines: assessment.conflicts.map(({ text }) => text) },
    { key: "questions", title: "Two questions to ask", lines: questions(assessment) },
  ]
  const kept = sections.filter((section) => section.lines.length > 0)
  const title = `${facts.name}, ${shortDate(clock.today)}`
  const text = [
    title,
    ...kept.flatMap((section) => ["", section.title, ...section.lines.map((line) => `- ${line}`)]),
  ].join("\n")
  return { title, sections: kept, text }
}

/** The next meeting that has not begun. */
function nextMeeting(facts: AccountFacts, clock: Clock): MeetingFact | undefined {
  return (facts.upcomingMeetings ?? [])
    .filter((meeting) => Date.parse(meeting.at) >= Date.parse(clock.now))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))[0]
}

function meetingLines(facts: AccountFacts, clock: Clock): string[] {
  const meeting = nextMeeting(facts, clock)
  if (!meeting) return []
  const on = meeting.on ?? dayOf(meeting.at, clock.timeZone)
  const when = on === null ? "" : `, ${on === clock.today ? "today" : nearDate(on, clock.today)}`
  return [`${meeting.title}${when}.`, ...meeting.attendees.map((who) => withRole(who, facts))]
}

/** "Ada Park (Champion, VP Engineering)" where the contact is known by name or mail. */
function withRole(who: string, facts: AccountFacts): string {
  const wanted = who.toLowerCase()
  const contact = facts.contacts?.find(
    (candidate) => candidate.name.toLowerCase() === wanted || candidate.email?.toLowerCase() === wanted,
  )
  if (!contact) return who
  const known = [...contact.roles, ...(contact.title === undefined ? [] : [contact.title])].join(", ")
  return known === "" ? contact.name : `${contact.name} (${known})`
}

function touchLines({ contact }: Assessment, clock: Clock): string[] {
  return contact.timeline
    .filter((touch) => touch.verdict === "person")
    .slice(0, 3)
    .map((touch) => {
      const subject = touch.subject === undefined || touch.subject === "" ? "" : `: ${touch.subject}`
      return `${describe(touch, clock)}${subject}`
    })
}

/** Open tasks of ours, overdue first. */
function promiseLines(facts: AccountFacts, clock: Clock): string[] {
  return (facts.tasks ?? [])
    .filter((task) => task.completedAt === undefined)
    .sort((a, b) => ((a.dueOn ?? "9") < (b.dueOn ?? "9") ? -1 : 1))
    .slice(0, 8)
    .map((task) => {
      if (task.dueOn === undefined) return task.name
      const late = daysBetween(task.dueOn, clock.today)
      return late > 0
        ? `${task.name} (${plural(late, "day")} late)`
        : `${task.name} (due ${late === 0 ? "today" : nearDate(task.dueOn, clock.today)})`
    })
}

/** The score then and now; without history nothing is claimed. */
function movedLines(facts: AccountFacts, { contact, health }: Assessment, clock: Clock): string[] {
  const since = contact.last?.on ?? addDays(clock.today, -30)
  const before = [...(facts.history ?? [])].reverse().find((point) => point.on <= since)
  const lines: string[] = []
  const now = health.official?.score ?? health.score
  if (before && before.score !== null && now !== null && score(before.score) !== score(now)) {
    const direction = now > before.score ? "up" : "down"
    lines.push(
      `Score ${direction} from ${score(before.score)} (${colour(before.band)}) to ${score(now)} (${colour(health.band)}) since ${shortDate(before.on, clock.today)}.`,
    )
  } else if (
    before &&
    before.band !== health.band &&
    before.band !== "unknown" &&
    health.band !== "unknown"
  ) {
    lines.push(
      `From ${colour(before.band)} to ${colour(health.band)} since ${shortDate(before.on, clock.today)}.`,
    )
  }
  for (const project of facts.projects ?? []) {
    if (
      project.completedOn !== undefined &&
      project.completedOn > since &&
      project.completedOn <= clock.today
    ) {
      lines.push(`${project.name} was completed on ${shortDate(project.completedOn, clock.today)}.`)
    }
  }
  return lines
}

function ticketLines(facts: AccountFacts, clock: Clock): string[] {
  const listed = (facts.supportTickets ?? []).slice(0, 5).map((ticket) => {
    const details = [
      ticket.status,
      ticket.openedOn === undefined ? undefined : `since ${shortDate(ticket.openedOn, clock.today)}`,
    ].filter((part) => part !== undefined)
    return details.length === 0 ? ticket.subject : `${ticket.subject} (${details.join(", ")})`
  })
  const open = facts.openSupportTickets?.value
  if (listed.length > 0 || open === undefined) return listed
  return [open === 0 ? "None open." : `${plural(open, "ticket")} open.`]
}

function stateLines(facts: AccountFacts, { health, tier, lifecycle }: Assessment): string[] {
  const place = [tier.name, lifecycle.stage].filter((part) => part !== null)
  const behind = facts.traits.versionsBehind?.value
  const version = facts.version
    ? [`Version ${facts.version.value}${behind ? `, ${plural(behind, "release")} behind` : ""}.`]
    : []
  return [...(place.length === 0 ? [] : [`${place.join(", ")}.`]), health.summary, ...version]
}

function renewalLines(facts: AccountFacts, { renewal }: Assessment): string[] {
  if (renewal.on === null) return []
  const size = [
    facts.arr ? `${money(facts.arr.value, facts.currency)} ARR` : undefined,
    facts.seats ? `${count(facts.seats.value)} seats` : undefined,
  ].filter((part) => part !== undefined)
  return [renewal.why, ...(size.length === 0 ? [] : [`${list(size)}.`])]
}

/** Two questions from the account's own gaps, widest first. */
function questions({ health, renewal }: Assessment): string[] {
  const traits = new Map(
    health.categories.flatMap((category) => category.traits.map((trait) => [trait.key, trait])),
  )
  const bad = (key: TraitKey) => isUnhealthy(traits.get(key)?.status)
  const asked: string[] = []
  if (bad("accessToBuyer")) asked.push("Who signs the next renewal, and could you introduce us?")
  if (bad("activeChampion"))
    asked.push("What would make this year a success for you personally, and how can we help with it?")
  if (bad("mauOverSeats"))
    asked.push("Which teams have seats and don't use them yet, and what are they working on?")
  if (bad("dauOverMau")) asked.push("What does your team do every day that it still does without us?")
  if (bad("versionsBehind")) asked.push("What holds the next upgrade back?")
  if (bad("defectTickets90d") || bad("helpTickets90d")) asked.push("Which of the open issues costs you most?")
  if (renewal.phase === "early" || renewal.phase === "formal") {
    asked.push("What have you achieved since the last renewal that your leadership should hear about?")
  }
  asked.push(
    "What is the project you have in hand right now?",
    "What should we do differently in the next quarter?",
  )
  return asked.slice(0, 2)
}
