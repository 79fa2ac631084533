/** The Lighthouse board: who could enter, who is in, what moves each on, and what to present every two weeks. Pure. */
import type { Band } from "../assessment"
import type { BookEntry } from "../book/entry"
import { addDays } from "../calendar"
import type { AccountFacts, CalendarDate } from "../facts"
import { isUnhealthy } from "../health/bands"
import type { Policy } from "../policy/policy"
import { colour, list, money, nearDate, plural, score as say, shortDate } from "../words"
import { causesOf } from "./causes"
import { type SavePlan, savePlanOf } from "./save-plan"

export type Column = "entrant" | "nominated" | "written" | "running" | "ready"
export const boardColumns: readonly Column[] = ["entrant", "nominated", "written", "running", "ready"]

export interface LighthouseCard {
  id: string
  name: string
  column: Column
  band: Band
  score: number | null
  ownerName?: string
  accountExecutive?: string
  /** "Red, renews in 84 days." */
  standing: string
  causes: string[]
  /** What it lacks to move on; empty if nothing is known to be lacking. */
  missing: string[]
  plan: SavePlan
  /** What happened in the last two weeks, newest first. */
  lastTwoWeeks: string[]
}

export interface BoardDay {
  policy: Policy
  today: CalendarDate
}

const twoWeeks = 14

/** Worst first within a column; who neither is in Lighthouse nor could enter is left out. */
export function lighthouseBoard(
  rows: readonly BookEntry[],
  facts: readonly AccountFacts[],
  texts: Record<string, string>,
  day: BoardDay,
): LighthouseCard[] {
  const byId = new Map(facts.map((one) => [one.id, one]))
  return rows
    .filter((row) => row.lighthouse === true || entryReasons(row, day.policy).length > 0)
    .map((row) => cardOf(row, byId.get(row.id), texts, day))
    .sort(
      (a, b) =>
        boardColumns.indexOf(a.column) - boardColumns.indexOf(b.column) ||
        (a.score ?? 11) - (b.score ?? 11) ||
        a.name.localeCompare(b.name),
    )
}

/** Why a customer could enter: a red renewal, no champion before one, or any risk where the policy says so. */
function entryReasons({ band, daysOut, traits, team }: BookEntry, { renewal, scenarios }: Policy) {
  if (daysOut === null || daysOut < 0 || daysOut > renewal.earlyDays) return []
  const anyRisk = team !== null && scenarios.lighthouseAnyRiskTeams.some((one) => team.includes(one))
  const soon = daysOut <= renewal.formalDays
  return [
    ...(band === "poor" && soon ? [`red and renews in ${plural(daysOut, "day")}`] : []),
    ...(traits?.activeChampion?.value === false && soon ? ["no champion"] : []),
    ...(anyRisk && isUnhealthy(band) && !(band === "poor" && soon)
      ? [`${colour(band)} in a pooled team`]
      : []),
  ]
}

function cardOf(
  row: BookEntry,
  facts: AccountFacts | undefined,
  texts: Record<string, string>,
  day: BoardDay,
): LighthouseCard {
  const plan = savePlanOf(facts, row.id, texts, day)
  const column = columnOf(row, plan)
  return {
    id: row.id,
    name: row.name,
    column,
    band: row.band,
    score: row.score,
    ...(row.ownerName !== undefined && { ownerName: row.ownerName }),
    ...(row.accountExecutive !== undefined && { accountExecutive: row.accountExecutive }),
    standing: standingOf(row, day),
    causes: column === "entrant" ? entryReasons(row, day.policy) : causesOf(row),
    missing: missingOf(column, plan, row),
    plan,
    lastTwoWeeks: facts ? happened(facts, day.today) : [],
  }
}

function columnOf({ lighthouse, band }: BookEntry, { project, texts, updatedOn }: SavePlan): Column {
  if (lighthouse !== true) return "entrant"
  if (band === "healthy") return "ready"
  const isWritten = texts.problem !== "" && texts.goal !== "" && texts.exit !== ""
  if (!project && !isWritten) return "nominated"
  const isUpdated = updatedOn !== undefined && updatedOn > (project?.startedOn ?? "")
  return isUpdated ? "running" : "written"
}

function missingOf(column: Column, { project, texts }: SavePlan, { accountExecutive }: BookEntry): string[] {
  if (column === "entrant") return ["nomination: set Lighthouse"]
  if (column === "ready") return ["Sales and Technical Success must agree to the exit"]
  const open = [
    ...(project === undefined
      ? ["its projects were not read yet"]
      : project === null
        ? ["no save plan project"]
        : []),
    ...(texts.problem === "" ? ["problem not written"] : []),
    ...(texts.goal === "" ? ["goal not written"] : []),
    ...(texts.exit === "" ? ["exit criteria not written"] : []),
    ...(texts.sponsor === "" ? ["no exec sponsor named"] : []),
  ]
  return open.length > 0 || column === "running"
    ? open
    : [accountExecutive ? `review with ${accountExecutive} (AE)` : "review with the AE"]
}

function standingOf({ band, daysOut, renewalOn, arr, currency }: BookEntry, { today }: BoardDay): string {
  const colourWord = colour(band)
  const renews =
    daysOut === null || renewalOn === undefined
      ? "renewal date not known"
      : daysOut < 0
        ? `contract ended ${plural(-daysOut, "day")} ago`
        : `renews in ${plural(daysOut, "day")}, ${shortDate(renewalOn, today)}`
  return [colourWord, renews, ...(arr === undefined ? [] : [money(arr, currency)])].join(", ")
}

/** Contacts by people, and tasks done: each with its day. */
function happened({ touches = [], tasks = [] }: AccountFacts, today: CalendarDate): string[] {
  const since = addDays(today, -twoWeeks)
  const within = (on: CalendarDate | undefined): on is CalendarDate =>
    on !== undefined && on >= since && on <= today
  const met = touches.flatMap(({ on, automatic, verdict = "person", channel, who, subject }) =>
    within(on) && !automatic && verdict === "person"
      ? [{ on, text: [`${channel}${who ? ` with ${who}` : ""}`, subject].filter(Boolean).join(": ") }]
      : [],
  )
  const done = tasks.flatMap(({ name, completedAt }) => {
    const on = completedAt?.slice(0, 10)
    return within(on) ? [{ on, text: `done: ${name}` }] : []
  })
  return [...met, ...done]
    .sort((a, b) => b.on.localeCompare(a.on))
    .slice(0, 8)
    .map(({ on, text }) => `${shortDate(on, today)}, ${text}`)
}

/** "updated 17 Nov, 6 days late"; what is not known is said to be. */
export function updateWords({ updatedOn, lateBy }: SavePlan, today: CalendarDate): string {
  if (updatedOn === undefined || lateBy === null) return "no update known"
  const said = `updated ${shortDate(updatedOn, today)}`
  if (lateBy > 0) return `${said}, ${plural(lateBy, "day")} late`
  return lateBy === 0 ? `${said}, due today` : `${said}, due ${nearDate(addDays(today, -lateBy), today)}`
}

const columnWords: Record<Column, string> = {
  entrant: "Could enter",
  nominated: "Nominated",
  written: "Plan written",
  running: "Running",
  ready: "Ready to leave",
}
export const columnTitle = (column: Column): string => columnWords[column]

/** One customer's two-weekly presentation: the plan before it runs, the report while it does. */
export function presentation(card: LighthouseCard, today: CalendarDate): string {
  const { plan, lastTwoWeeks, causes } = card
  const or = (text: string, otherwise: string) => (text === "" ? `[${otherwise}]` : text)
  const steps = plan.steps.map(
    ({ name, dueOn, assignedToName }) =>
      `- [ ] ${[name, assignedToName, dueOn && nearDate(dueOn, today)].filter(Boolean).join(", ")}`,
  )
  const head = [
    `## ${card.name}: ${columnTitle(card.column)}`,
    `${card.score === null ? "No score" : say(card.score)}, ${card.standing}${causes.length > 0 ? `. ${list(causes)}` : ""}`,
    "",
  ]
  const what = [
    `**Problem:** ${or(plan.texts.problem, "not written")}`,
    `**Goal:** ${or(plan.texts.goal, "not written")}`,
    `**Exit criteria:** ${or(plan.texts.exit, "not written")}`,
    `**Exec sponsor:** ${or(plan.texts.sponsor, "nobody named")}`,
  ]
  const report = [
    "**Last two weeks:**",
    ...(lastTwoWeeks.length > 0 ? lastTwoWeeks.map((line) => `- ${line}`) : ["- nothing that we read"]),
    `**Blockers:** ${or(plan.texts.blockers, "none written")}`,
    `**Asks:** ${or(plan.texts.asks, "none written")}`,
  ]
  const next = ["**Steps:**", ...(steps.length > 0 ? steps : ["- no open task in the plan's project"])]
  return [...head, ...what, ...(card.column === "running" ? report : []), ...next, ""].join("\n")
}

export const boardMarkdown = (cards: readonly LighthouseCard[], title: string, today: CalendarDate): string =>
  [
    `# Lighthouse, ${shortDate(today)} (${title}: ${plural(cards.filter(({ column }) => column !== "entrant").length, "customer")})`,
    "",
    ...cards.filter(({ column }) => column !== "entrant").map((card) => presentation(card, today)),
    ...(cards.some(({ column }) => column === "entrant")
      ? [
          "## Could enter",
          ...cards
            .filter(({ column }) => column === "entrant")
            .map(({ name, causes, standing }) => `- ${name}: ${list(causes)} (${standing})`),
          "",
        ]
      : []),
  ].join("\n")
