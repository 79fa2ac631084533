/** One customer's results on one page, for the champion to present and for the monthly review. Nothing in it without its source. Pure. */
import type { Assessment } from "../assessment"
import { addDays } from "../calendar"
import type { AccountFacts, Clock, Fact } from "../facts"
import { type UsageDay, ratioOf } from "../usage/usage-day"
import { colour, count, list, money, nearDate, percent, plural, score as say, shortDate } from "../words"
import type { SheetLine, SheetSection } from "./sheet"

const winTag = /^wins?$/i
const systems = {
  vitally: "Vitally",
  salesforce: "Salesforce",
  manual: "set by hand",
  derived: "worked out",
  file: "usage file",
  looker: "Looker",
}

/** For whom it is made: the customer reads no score of ours and none of our plans. */
export type Reader = "customer" | "team"

export interface ReviewInput {
  facts: AccountFacts
  assessment: Assessment
  usage: readonly UsageDay[]
  clock: Pick<Clock, "today">
  reader: Reader
}

export function reviewPack(input: ReviewInput): SheetSection[] {
  const forTeam = input.reader === "team"
  return [
    { key: "usage", title: "Usage", lines: usageLines(input), none: "No usage is known." },
    {
      key: "wins",
      title: "Wins",
      lines: winLines(input),
      none: 'No recent note is tagged "win". Tag one in Vitally, and it stands here.',
    },
    { key: "goals", title: "Goals", lines: goalLines(input), none: "No success plan is known." },
    { key: "support", title: "Support", lines: supportLines(input), none: "No figure of tickets is known." },
    { key: "version", title: "Version", lines: versionLines(input), none: "The version is not known." },
    { key: "next", title: "Next steps", lines: nextLines(input), none: "No step is agreed." },
    ...(forTeam
      ? [
          { key: "health", title: "Health", lines: healthLines(input), none: "No score is known." },
          { key: "renewal", title: "Renewal", lines: renewalLines(input), none: "No renewal date is known." },
          {
            key: "people",
            title: "People",
            lines: peopleLines(input),
            none: "No contact has a role.",
          },
        ]
      : []),
  ]
}

export const reviewTitle = ({ facts, clock, reader }: ReviewInput): string =>
  reader === "team"
    ? `${facts.name}: monthly review, ${shortDate(clock.today)} ${clock.today.slice(0, 4)}`
    : `${facts.name}: results, ${shortDate(clock.today)} ${clock.today.slice(0, 4)}`

function sourceOf({ source, field, at }: Fact<unknown>, today: string): string {
  return [systems[source], field && `"${field}"`, at && shortDate(at.slice(0, 10), today)]
    .filter(Boolean)
    .join(", ")
}

function usageLines({ facts, usage, clock: { today } }: ReviewInput): SheetLine[] {
  const { monthlyActiveUsers: mau, seats, traits } = facts
  const lines: SheetLine[] = []
  if (mau && seats) {
    lines.push({
      key: "mau",
      text: `${count(mau.value)} of ${count(seats.value)} seats were active last month`,
      source: `${sourceOf(mau, today)}; seats: ${sourceOf(seats, today)}`,
    })
  } else if (traits.mauOverSeats) {
    lines.push({
      key: "mau",
      text: `${percent(traits.mauOverSeats.value)} of seats were active last month`,
      source: sourceOf(traits.mauOverSeats, today),
    })
  }
  if (traits.dauOverMau) {
    lines.push({
      key: "dau",
      text: `${percent(traits.dauOverMau.value)} of active people use it on a day`,
      source: sourceOf(traits.dauOverMau, today),
    })
  }
  const [first, last] = [usage[0], usage.at(-1)]
  if (first && last && first.on !== last.on) {
    for (const [fact, words] of [
      ["mauOverSeats", "Seats used"],
      ["dauOverMau", "Daily use"],
    ] as const) {
      const [before, now] = [ratioOf(first, fact), ratioOf(last, fact)]
      if (before === null || now === null) continue
      lines.push({
        key: `trend-${fact}`,
        text: `${words} went from ${percent(before)} on ${shortDate(first.on, today)} to ${percent(now)} on ${shortDate(last.on, today)}`,
        source: "usage file",
      })
    }
  }
  return lines
}

function winLines({ facts, clock: { today } }: ReviewInput): SheetLine[] {
  return (facts.touches ?? [])
    .filter(({ tags = [], on = "" }) => on >= addDays(today, -120) && tags.some((tag) => winTag.test(tag)))
    .sort((a, b) => (b.on ?? "").localeCompare(a.on ?? ""))
    .map(({ id = "", subject = "Win", on = today }) => ({
      key: `win:${id || on}`,
      text: `${subject}, ${shortDate(on, today)}`,
      source: 'Vitally, note tagged "win"',
    }))
}

function goalLines({ assessment: { successPlan }, clock: { today } }: ReviewInput): SheetLine[] {
  if (!successPlan?.project) return []
  return successPlan.goals.slice(0, 10).map(({ id, name, done, doneOn, dueOn, overdue, source }) => ({
    key: `goal:${id}`,
    text: `${name}: ${done ? `done${doneOn ? ` ${shortDate(doneOn, today)}` : ""}` : dueOn ? `${overdue ? "was due" : "due"} ${nearDate(dueOn, today)}` : "open, no date"}`,
    source: `${systems[source]}, ${successPlan.project?.name ?? "success plan"}`,
    done,
  }))
}

function supportLines({ facts, clock: { today } }: ReviewInput): SheetLine[] {
  const { defectTickets90d: bugs, helpTickets90d: help } = facts.traits
  return [
    ...(bugs
      ? [
          {
            key: "bugs",
            text: `${plural(bugs.value, "bug ticket")} in 90 days`,
            source: sourceOf(bugs, today),
          },
        ]
      : []),
    ...(help
      ? [
          {
            key: "help",
            text: `${plural(help.value, "help ticket")} in 90 days`,
            source: sourceOf(help, today),
          },
        ]
      : []),
    ...(facts.supportTickets ?? []).slice(0, 8).map(({ id, subject, status, openedOn }) => ({
      key: `ticket:${id}`,
      text: [subject, status, openedOn && `open since ${shortDate(openedOn, today)}`]
        .filter(Boolean)
        .join(", "),
      source: "open ticket",
    })),
  ]
}

function versionLines({ facts, clock: { today } }: ReviewInput): SheetLine[] {
  const { version, traits } = facts
  const behind = traits.versionsBehind
  return [
    ...(version ? [{ key: "version", text: `Runs ${version.value}`, source: sourceOf(version, today) }] : []),
    ...(behind
      ? [
          {
            key: "behind",
            text: behind.value === 0 ? "On the newest release" : `${plural(behind.value, "release")} behind`,
            source: sourceOf(behind, today),
          },
        ]
      : []),
  ]
}

function nextLines({ facts, clock: { today }, reader }: ReviewInput): SheetLine[] {
  const meetings = (facts.upcomingMeetings ?? []).slice(0, 3).map(({ id, title, on }) => ({
    key: `meeting:${id}`,
    text: `${title}${on ? `, ${nearDate(on, today)}` : ""}`,
    source: "calendar in Vitally",
  }))
  if (reader === "customer") return meetings
  const tasks = (facts.tasks ?? [])
    .filter(({ completedAt, mine }) => completedAt === undefined && mine === true)
    .sort((a, b) => (a.dueOn ?? "9").localeCompare(b.dueOn ?? "9"))
    .slice(0, 6)
    .map(({ id, name, dueOn, source }) => ({
      key: `task:${id}`,
      text: `${name}${dueOn ? `, ${dueOn < today ? "was due" : "due"} ${nearDate(dueOn, today)}` : ""}`,
      source: `task in ${systems[source]}`,
    }))
  return [...meetings, ...tasks]
}

function healthLines({ assessment: { health }, clock: { today } }: ReviewInput): SheetLine[] {
  const { official, score, band, categories } = health
  const shown = official?.score ?? score
  if (shown === null) return []
  const off = categories
    .flatMap(({ traits }) => traits)
    .filter(({ status }) => status === "poor" || status === "concerning")
    .sort((a, b) => b.lift - a.lift)
  return [
    {
      key: "score",
      text: `${say(shown)} of 10, ${colour(band)}`,
      source: official ? sourceOf(official.fact, today) : "worked out from the traits",
    },
    ...off.slice(0, 6).map(({ key, explanation, fact }) => ({
      key: `trait:${key}`,
      text: explanation,
      source: fact ? sourceOf(fact, today) : "worked out",
    })),
  ]
}

function renewalLines({ facts, assessment: { renewal }, clock: { today } }: ReviewInput): SheetLine[] {
  const { on, daysOut, date, phaseLabel, arr } = renewal
  if (on === null || daysOut === null) return []
  return [
    {
      key: "renewal",
      text: `${daysOut < 0 ? `Ended ${plural(-daysOut, "day")} ago` : `In ${plural(daysOut, "day")}`}, ${shortDate(on, today)}${phaseLabel ? `: ${phaseLabel}` : ""}`,
      source: date ? sourceOf(date, today) : "renewal date",
    },
    ...(arr
      ? [{ key: "arr", text: `ARR ${money(arr.value, facts.currency)}`, source: sourceOf(arr, today) }]
      : []),
    ...(facts.openOpportunities ?? []).slice(0, 4).map(({ id, name, stage, kind }) => ({
      key: `opportunity:${id}`,
      text: `${name}${stage ? `, ${stage}` : ""} (${kind})`,
      source: "Salesforce opportunity",
    })),
  ]
}

function peopleLines({ facts: { contacts = [], accountExecutive } }: ReviewInput): SheetLine[] {
  const roles = contacts.filter(({ roles: own }) => own.length > 0).slice(0, 8)
  return [
    ...(accountExecutive ? [{ key: "ae", text: `${accountExecutive}, AE`, source: "Salesforce" }] : []),
    ...roles.map(({ id, name, title, roles: own, source }) => ({
      key: `contact:${id}`,
      text: [name, title, list(own)].filter(Boolean).join(", "),
      source: systems[source],
    })),
  ]
}
