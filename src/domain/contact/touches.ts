/**
 * Every piece of evidence of contact, newest first (domain brief, section 4): touches of all systems, Vitally's own
 * last-message times and the `Last Activity` trait, which is a day count and is turned into its date.
 *
 * What lies in the future is left out. Automatic mail counts only where the window says so. A customer's message that nobody
 * answered does not count: it is waiting.
 */
import type { TouchResult } from "../assessment"
import { dayOf, startOfDay } from "../calendar"
import type { AccountFacts, Clock, Touch } from "../facts"
import { lastActivityOn } from "../health/values"
import { openQuestions, type Question } from "./questions"

/**
 * A touch with its moment in milliseconds. A day without a time is taken at its end, so that it answers what came that day; a
 * customer's message at its start, so that it can be answered.
 */
export interface Timed {
  touch: TouchResult
  ms: number
}

const DAY = 86_400_000

/** Past touches, newest first, `counts` filled in, and the customer's questions that nobody answered. */
export function pastTouches(
  facts: AccountFacts,
  clock: Clock,
  automaticCounts: boolean,
): { timed: Timed[]; questions: Question[] } {
  const nowMs = Date.parse(clock.now)
  const timed: Timed[] = []
  for (const touch of allTouches(facts)) {
    const result = past(touch, clock, nowMs)
    if (result) timed.push(result)
  }
  timed.sort((a, b) => b.ms - a.ms || compareAtOnce(a.touch, b.touch))
  const questions = openQuestions(timed)
  const open = questions.filter(({ by }) => by === undefined)
  for (const { touch, ms } of timed) {
    if (touch.verdict === "person") touch.counts = touch.reason !== "bounced" && !isOpen(touch, ms, open)
    else touch.counts = touch.automatic && automaticCounts && touch.direction !== "inbound"
  }
  return { timed, questions }
}

/** A message that nobody answered yet is no exchange. */
function isOpen({ direction, threadId }: TouchResult, ms: number, open: readonly Question[]): boolean {
  return direction === "inbound" && open.some(({ item }) => item.touch.threadId === threadId && item.ms <= ms)
}

/** At the same moment ours is the answer; beyond that any fixed order, so that the order of the sources changes nothing. */
function compareAtOnce(a: TouchResult, b: TouchResult): number {
  const inbound = Number(a.direction === "inbound") - Number(b.direction === "inbound")
  return inbound || Number(a.automatic) - Number(b.automatic) || (keyOf(a) < keyOf(b) ? -1 : 1)
}

function keyOf({
  at,
  channel,
  direction,
  source,
  who,
  byMe,
  subject,
  id,
  url,
  verdict,
}: TouchResult): string {
  return [at, channel, direction, source, who, byMe, subject, id, url, verdict].join("|")
}

/** `Last Activity` as a touch; null if there is none. */
export function lastActivityTouch(facts: AccountFacts, clock: Clock): Timed | null {
  const on = lastActivityOn(facts, clock)
  if (on === null) return null
  const touch: TouchResult = {
    at: on,
    on,
    channel: "other",
    direction: "unknown",
    automatic: false,
    verdict: "person",
    source: facts.traits.lastActivityDays?.source ?? "vitally",
    subject: "Last Activity",
    counts: true,
  }
  return { touch, ms: Math.min(Date.parse(on) + DAY - 1, Date.parse(clock.now)) }
}

function* allTouches(facts: AccountFacts): Iterable<Touch> {
  yield* facts.touches ?? []
  const { lastInboundAt, lastOutboundAt, lastMailAt } = facts
  if (lastInboundAt) yield fromTimestamp(lastInboundAt, "inbound")
  if (lastOutboundAt) yield fromTimestamp(lastOutboundAt, "outbound")
  // Vitally counts automated mail in it, so it says nothing of people.
  if (lastMailAt)
    yield {
      ...fromTimestamp(lastMailAt, "outbound"),
      automatic: true,
      verdict: "machine",
      reason: "campaign",
    }
}

function fromTimestamp(
  fact: NonNullable<AccountFacts["lastInboundAt"]>,
  direction: "inbound" | "outbound",
): Touch {
  return { at: fact.value, channel: "other", direction, automatic: false, source: fact.source }
}

function past(touch: Touch, clock: Clock, nowMs: number): Timed | null {
  const dayOnly = touch.at.length === 10
  const on = touch.on ?? dayOf(touch.at, clock.timeZone)
  if (on === null || on > clock.today) return null
  const ms = dayOnly ? momentOf(on, touch.direction, clock, nowMs) : Date.parse(touch.at)
  if (Number.isNaN(ms) || ms > nowMs) return null
  const verdict = touch.verdict ?? (touch.automatic ? "machine" : "person")
  // Keys before the spread: behind it V8 takes a hundred times as long, and this runs for each touch of the book.
  return { ms, touch: { on, verdict, counts: false, ...touch } }
}

function momentOf(on: string, direction: Touch["direction"], clock: Clock, nowMs: number): number {
  const start = Date.parse(startOfDay(on, clock.timeZone))
  if (direction === "inbound") return start
  return on === clock.today ? nowMs : Math.min(start + DAY - 1, nowMs)
}

/** Elapsed hours since a touch; a day without a time counts from its beginning. */
export function sinceInstant(touch: TouchResult, timeZone: string): string {
  return touch.at.length === 10 ? startOfDay(touch.at, timeZone) : touch.at
}
