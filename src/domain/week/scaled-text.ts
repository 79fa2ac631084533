/** Mails to copy for a pooled customer, made of what is known; what is not leaves a visible gap. Pure. */
import type { AccountFacts, CalendarDate, ContactFact } from "../facts"
import type { LibraryItem, Policy } from "../policy/policy"
import { count, percent, plural } from "../words"

export type TextKind = "recap" | "upgrade" | "offer"

/** A part of a text: from data, a gap that somebody must fill, or fixed words. */
export interface TextPart {
  text: string
  from: "words" | "data" | "gap"
}

export interface ScaledText {
  to: ContactFact[]
  subject: string
  parts: TextPart[]
}

export const plainText = ({ parts }: ScaledText): string => parts.map(({ text }) => text).join("")

export function scaledText(
  kind: TextKind,
  facts: AccountFacts,
  { policy, me, today }: { policy: Policy; me: string; today: CalendarDate },
): ScaledText {
  const role = (wanted: string) =>
    (facts.contacts ?? []).filter(({ roles, bounced }) => !bounced && roles.includes(wanted))
  const to = role("Instance Admin").length > 0 ? role("Instance Admin") : role("Program Contact")
  const greeting = [
    words("Hi "),
    to[0] ? data(firstName(to[0].name)) : gap("nobody has the role Instance Admin"),
  ]
  const body = { recap, upgrade, offer }[kind](facts, policy, today)
  return {
    to,
    subject: body.subject,
    parts: [...greeting, words(",\n\n"), ...body.parts, words(`\n\n${me}\n`)],
  }
}

const words = (text: string): TextPart => ({ text, from: "words" })
const data = (text: string): TextPart => ({ text, from: "data" })
const gap = (text: string): TextPart => ({ text: `[${text}]`, from: "gap" })
const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name

/** "41 of 60 seats", or the share, or the gap. */
function seatsPart({ monthlyActiveUsers: mau, seats, traits }: AccountFacts): TextPart[] {
  if (mau && seats)
    return [data(`${count(mau.value)} of ${count(seats.value)} seats`), words(" were active.")]
  if (traits.mauOverSeats)
    return [data(`${percent(traits.mauOverSeats.value)} of your seats`), words(" were active.")]
  return [gap("seats in use not known")]
}

function recap(facts: AccountFacts) {
  const { dauOverMau } = facts.traits
  return {
    subject: "Your month in numbers",
    parts: [
      words("here is your last month in short.\n\n• "),
      ...seatsPart(facts),
      words("\n• "),
      ...(dauOverMau
        ? [data(percent(dauOverMau.value)), words(" of the people who use it do so on any day.")]
        : [gap("daily use not known")]),
      words("\n\nReply to this mail if a number surprises you; we look at it together."),
    ],
  }
}

function upgrade(facts: AccountFacts, { library }: Policy, today: CalendarDate) {
  const behind = facts.traits.versionsBehind?.value
  const runs = facts.version?.value
  const fits = fittingItems(library, behind, today)
  return {
    subject:
      behind === undefined ? "Your upgrade" : `What you gain by catching up ${plural(behind, "release")}`,
    parts: [
      words("you run "),
      runs === undefined ? gap("version not known") : data(runs),
      words(", which is "),
      behind === undefined
        ? gap("releases behind not known")
        : behind === 0
          ? data("the newest release")
          : data(`${plural(behind, "release")} behind the newest`),
      words(".\n\nWhat your teams would notice first:"),
      ...(fits.length === 0
        ? [words("\n• "), gap("no release in your team's material; add one")]
        : fits.flatMap(({ title, url }) => [words("\n• "), data(`${title}: ${url}`)])),
      words("\n\nLast month "),
      ...seatsPart(facts),
      words(" We are happy to join the upgrade call."),
    ],
  }
}

function offer(facts: AccountFacts) {
  return {
    subject: "30 minutes on your next quarter",
    parts: [
      words(
        "once a quarter we offer every customer half an hour: your goals, what is new, and your questions.\n\n",
      ),
      words("Last month "),
      ...seatsPart(facts),
      words("\n\nWould a day next week suit you?"),
    ],
  }
}

/** Releases for customers this far behind, newest first, at most three. */
function fittingItems(library: readonly LibraryItem[], behind: number | undefined, today: CalendarDate) {
  return library
    .filter(
      ({ tag, versionsBelow, date = "" }) =>
        tag === "release" && date <= today && (versionsBelow === undefined || (behind ?? 0) >= versionsBelow),
    )
    .sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""))
    .slice(0, 3)
}
