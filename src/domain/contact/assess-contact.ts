/**
 * When anyone was last in touch, and by when someone must be (domain brief, section 4).
 *
 * Calendar days in the user's time zone: the day of contact is day 0. The last good day is the day before the overdue one, moved
 * back to a working day. Only the 48-hour promise of the shared inbox runs in elapsed hours.
 */
import type { ContactResult, ContactStatus, TouchResult } from "../assessment"
import { addDays, daysBetween, hoursBetween, workingDayOnOrBefore } from "../calendar"
import type { AccountFacts, CalendarDate, Channel, Clock } from "../facts"
import type { Policy } from "../policy/policy"
import type { Reason } from "../verdict"
import { nearDate, plural, shortDate } from "../words"
import type { Question } from "./questions"
import { lastActivityTouch, pastTouches, sinceInstant, type Timed } from "./touches"
import { waitingText } from "./waiting-text"
import type { SettledWindow } from "./window"

/** Contact without its texts: enough for a list and the badge. */
export interface ContactCore {
  window: SettledWindow
  timed: Timed[]
  /** Newest evidence that counts, `Last Activity` included. */
  last: TouchResult | null
  /** The newest touch that counts, `Last Activity` left out. */
  lastSeen: TouchResult | null
  lastActivity: TouchResult | null
  /** The day the window is counted from: the last contact, else contract start. */
  from: CalendarDate | null
  dueSoonOn: CalendarDate | null
  dueOn: CalendarDate | null
  overdueOn: CalendarDate | null
  unknownBecause: ContactResult["unknownBecause"]
  status: ContactStatus
  churned: boolean
  waiting: { since: string; touch: TouchResult } | null
  /** Questions that something of ours answers in all likelihood. */
  answered: Question[]
  /** An unsure touch newer than the last contact. */
  perhaps: TouchResult | null
}

const CHANNELS: Readonly<Record<Channel, string>> = {
  email: "email",
  slack: "Slack",
  zoom: "Zoom",
  meeting: "meeting",
  call: "call",
  "in-person": "in person",
  note: "note",
  ticket: "ticket",
  chat: "chat",
  other: "",
}

/** Dates and status. Never throws. */
export function contactCore(
  facts: AccountFacts,
  policy: Policy,
  clock: Clock,
  window: SettledWindow,
): ContactCore {
  const { timed, questions } = pastTouches(facts, clock, window.automaticCounts === true)
  const lastSeen = timed.find((item) => item.touch.counts) ?? null
  const activity = lastActivityTouch(facts, clock)
  // On the same day the touch wins: it knows who and how.
  const last =
    activity && (!lastSeen || activity.touch.on > lastSeen.touch.on)
      ? activity.touch
      : (lastSeen?.touch ?? null)
  const churnedOn = facts.churnedOn?.value
  const churned = churnedOn !== undefined && churnedOn <= clock.today
  const start = facts.contractStartOn?.value ?? facts.closeOn?.value
  const looked = timed.length > 0 || facts.touches !== undefined || (facts.contactSources?.length ?? 0) > 0
  const unknownBecause = last
    ? null
    : !looked
      ? ("no-source" as const)
      : window.automaticCounts === true
        ? ("no-readable-evidence" as const)
        : ("no-touch-found" as const)
  const fromStart =
    unknownBecause === "no-touch-found" && start !== undefined && start <= clock.today ? start : null
  const from = churned || window.exempt === true ? null : (last?.on ?? fromStart)
  const overdueOn = from === null ? null : addDays(from, window.overdueFrom)
  const dueSoonOn = from === null ? null : addDays(from, window.dueSoonFrom)
  const status: ContactStatus =
    churned || window.exempt === true
      ? "exempt"
      : overdueOn === null || dueSoonOn === null
        ? "unknown"
        : clock.today >= overdueOn
          ? "overdue"
          : clock.today >= dueSoonOn
            ? "due-soon"
            : "ok"
  const first = questions.find(({ by }) => by === undefined)?.item
  const answered = churned ? [] : questions.filter(({ by }) => by !== undefined)
  // Newer, and only too little to tell keeps it from counting.
  const perhaps = timed.find(({ touch }) => touch.verdict === "unsure" && !touch.counts)?.touch
  return {
    window,
    timed,
    last,
    lastSeen: lastSeen?.touch ?? null,
    lastActivity: activity?.touch ?? null,
    from,
    dueSoonOn,
    dueOn: overdueOn === null ? null : workingDayOnOrBefore(addDays(overdueOn, -1), policy.workingDays),
    overdueOn,
    unknownBecause,
    status,
    churned,
    waiting:
      first && !churned ? { since: sinceInstant(first.touch, clock.timeZone), touch: first.touch } : null,
    answered,
    perhaps: perhaps && perhaps.on > (last?.on ?? "") ? perhaps : null,
  }
}

/** The whole answer with its sentences. */
export function explainContact(
  facts: AccountFacts,
  policy: Policy,
  clock: Clock,
  core: ContactCore,
): ContactResult {
  const mine = core.timed.find((item) => item.touch.byMe === true && item.touch.counts)?.touch ?? null
  return {
    last: core.last,
    daysSince: core.last ? daysBetween(core.last.on, clock.today) : null,
    status: core.status,
    dueOn: core.dueOn,
    overdueOn: core.overdueOn,
    dueSoonOn: core.dueSoonOn,
    why: whyOf(facts, clock, core),
    byMe: { last: mine, daysSince: mine ? daysBetween(mine.on, clock.today) : null },
    unknownBecause: core.unknownBecause,
    officialDiffers: officialDiffers(policy, clock, core),
    waiting: waitingOf(facts, policy, clock, core),
    probablyAnswered: core.answered.map(({ item, by }) => ({
      text: `Probably answered by ${by ? describe(by.touch, clock) : "us"}.`,
      ...(item.touch.id === undefined ? {} : { touchId: item.touch.id }),
    })),
    perhaps: perhapsOf(clock, core),
    staleSource: staleSource(facts, policy, clock),
    timeline: core.timed.map((item) => item.touch),
  }
}

function whyOf(facts: AccountFacts, clock: Clock, core: ContactCore): string {
  if (core.churned) return "This customer has churned: no contact is due."
  const until = untilText(clock, core)
  const perhaps = perhapsOf(clock, core)
  const unsure = perhaps === null ? "" : ` ${perhaps.text}`
  if (core.window.exempt === true && !core.last) return until
  if (core.last) {
    const days = daysBetween(core.last.on, clock.today)
    const since =
      days === 0 ? "Someone was in touch today" : `${plural(days, "day")} since anyone was in touch`
    return `${since} (${describe(core.last, clock)}).${unsure} ${until}`.trim()
  }
  if (core.unknownBecause === "no-source") {
    return "Unknown: no source of contact has been read for this account."
  }
  if (core.unknownBecause === "no-readable-evidence") {
    return "Unknown: automated mail counts as contact here, and none can be read. It stays off the badge."
  }
  return `${noContactText(facts, clock, core)}${unsure} ${until}`.trim()
}

/** What keeps an unsure touch from counting. */
const doubts: Partial<Record<Reason, string>> = {
  "no-people": "names nobody",
  "sent-from-vitally": "looks automatic",
  forwarded: "forwarded without a word",
}

/** "Perhaps 3 days (looks automatic); 41 days for sure." */
function perhapsOf(clock: Clock, { perhaps, last }: ContactCore): ContactResult["perhaps"] {
  if (perhaps === null) return null
  const daysSince = daysBetween(perhaps.on, clock.today)
  const sure =
    last === null ? "none for sure" : `${plural(daysBetween(last.on, clock.today), "day")} for sure`
  const why = doubts[perhaps.reason ?? "too-little"] ?? "too little to tell"
  return { touch: perhaps, daysSince, text: `Perhaps ${plural(daysSince, "day")} (${why}); ${sure}.` }
}

/** Sources were read and hold nothing: what is counted from instead. */
function noContactText(facts: AccountFacts, clock: Clock, core: ContactCore): string {
  const none = "No contact found in the sources read"
  const contract = facts.contractStartOn?.value
  if (core.from !== null)
    return `${none}. Counted from ${countedFrom(facts)}, ${shortDate(core.from, clock.today)}.`
  if (contract === undefined || contract <= clock.today)
    return `${none}, and no contract start to count from.`
  const days = plural(daysBetween(clock.today, contract), "day")
  return `${none}. The contract starts in ${days}: nothing is due before.`
}

/** What the window is counted from if nobody was in touch. */
export function countedFrom({ contractStartOn }: AccountFacts): string {
  return contractStartOn === undefined ? "the close" : "contract start"
}

function untilText(clock: Clock, core: ContactCore): string {
  if (core.window.exempt === true) return "No contact is owed here: automated programmes serve this customer."
  if (core.overdueOn === null || core.dueOn === null) return ""
  if (core.status === "overdue") {
    const late = daysBetween(core.overdueOn, clock.today)
    return late === 0 ? "Overdue since today." : `Overdue since ${nearDate(core.overdueOn, clock.today)}.`
  }
  return core.dueOn < clock.today
    ? `Overdue from ${nearDate(core.overdueOn, clock.today)}; the last working day for it has passed.`
    : `Good until ${nearDate(core.dueOn, clock.today)}.`
}

/** "champion, email, 27 Oct". */
export function describe(touch: TouchResult, clock: Clock): string {
  const how =
    touch.subject === "Last Activity" && touch.channel === "other" ? "Last Activity" : CHANNELS[touch.channel]
  const people = (touch.people ?? []).join(" and ")
  const whom = people === "" ? touch.who : touch.who === undefined ? people : `${touch.who} with ${people}`
  const parts = [whom, how, touch.automatic ? "automatic" : "", shortDate(touch.on, clock.today)]
  return parts.filter((part) => part !== undefined && part !== "").join(", ")
}

function officialDiffers(policy: Policy, clock: Clock, core: ContactCore): string | null {
  const { lastActivity, lastSeen } = core
  if (!lastActivity || !lastSeen) return null
  const apart = daysBetween(lastActivity.on, lastSeen.on)
  if (Math.abs(apart) <= policy.contact.disagreementDays) return null
  const official = plural(daysBetween(lastActivity.on, clock.today), "day")
  return apart > 0
    ? `Last Activity says ${official}: it sees only what Salesforce logged, and the last contact (${describe(lastSeen, clock)}) is not there.`
    : `Last Activity says ${official}; the newest contact we can read is ${describe(lastSeen, clock)}.`
}

function waitingOf(
  facts: AccountFacts,
  policy: Policy,
  clock: Clock,
  core: ContactCore,
): ContactResult["waiting"] {
  if (!core.waiting) return null
  const { since, touch } = core.waiting
  const promiseHours = policy.contact.answerWithinHours
  const hours = Math.max(0, hoursBetween(since, clock.now))
  return {
    since,
    hours,
    promiseHours,
    late: hours > promiseHours,
    ...(touch.who === undefined ? {} : { who: touch.who }),
    channel: touch.channel,
    ...(touch.id === undefined ? {} : { touchId: touch.id }),
    ...(touch.threadId === undefined ? {} : { threadId: touch.threadId }),
    ...(touch.subject === undefined ? {} : { subject: touch.subject }),
    text: waitingText(facts.name, hours, promiseHours),
  }
}

function staleSource(facts: AccountFacts, policy: Policy, clock: Clock): string | null {
  const old = (facts.contactSources ?? []).filter(
    (source) => hoursBetween(source.syncedAt, clock.now) > policy.contact.sourceFreshHours,
  )
  const [first] = old
  if (!first) return null
  const name =
    first.source === "salesforce" ? "Salesforce" : first.source === "vitally" ? "Vitally" : "A source"
  const hours = Math.floor(hoursBetween(first.syncedAt, clock.now))
  const ago = hours < 72 ? plural(hours, "hour") : plural(Math.floor(hours / 24), "day")
  return `${name} was last read ${ago} ago: newer contact may be missing.`
}
