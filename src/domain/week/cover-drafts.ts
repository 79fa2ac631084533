/** Texts for an absence, composed from the plan: to the account team, to customers, the autoresponder, the status (domain brief, section 8). Pure. */
import { addDays } from "../calendar"
import type { AccountFacts, CalendarDate } from "../facts"
import { list, nearDate, shortDate } from "../words"

export interface CoverInput {
  from: CalendarDate
  to: CalendarDate
  today: CalendarDate
  me: string
  rows: readonly { accountId: string; name: string; reasons: readonly string[]; before: readonly string[] }[]
  facts: readonly AccountFacts[]
  /** The covering person of a customer; empty if nobody is named yet. */
  coverOf: (accountId: string) => string
  /** What the covering person should know of a customer. */
  noteOf: (accountId: string) => string
}

export interface CoverDraft {
  key: string
  title: string
  /** To whom; as far as names and addresses are known. */
  to: string[]
  subject: string
  body: string
}

export function coverDrafts(input: CoverInput): CoverDraft[] {
  return [
    teamDraft(input),
    ...input.rows.map((row) => customerDraft(input, row)),
    autoresponder(input),
    slack(input),
  ]
}

const nobody = "[nobody named yet]"
const days = ({ from, to, today }: CoverInput) => `${nearDate(from, today)} to ${nearDate(to, today)}`

/** Everybody of ours on these customers: who, and as what. */
function accountTeam({ facts, rows }: Pick<CoverInput, "facts" | "rows">): string[] {
  const wanted = new Set(rows.map(({ accountId }) => accountId))
  const people = facts.flatMap(({ id, accountExecutive }) =>
    wanted.has(id) && accountExecutive ? [`${accountExecutive} (AE)`] : [],
  )
  return [...new Set(people)].sort()
}

function teamDraft(input: CoverInput): CoverDraft {
  const { rows, coverOf, noteOf, me } = input
  const team = accountTeam(input)
  const lines = rows.flatMap(({ accountId, name, reasons, before }) => [
    `${name}: ${coverOf(accountId) || nobody} covers. ${reasons.join(" ")}`,
    ...before.map((step) => `  - ${step}`),
    ...(noteOf(accountId) ? [`  Note: ${noteOf(accountId)}`] : []),
  ])
  return {
    key: "team",
    title: "AEs, CEs, IEs",
    to: team,
    subject: `Cover ${days(input)}`,
    body: [
      `I'm away from ${days(input)}.`,
      "",
      ...(rows.length === 0 ? ["No customer needs cover in these days."] : lines),
      "",
      me,
    ].join("\n"),
  }
}

function customerDraft(input: CoverInput, { accountId, name }: CoverInput["rows"][number]): CoverDraft {
  const facts = input.facts.find(({ id }) => id === accountId)
  const people = (facts?.contacts ?? []).filter(
    ({ bounced, roles }) =>
      !bounced && roles.some((role) => /champion|program contact|instance admin/i.test(role)),
  )
  const cover = input.coverOf(accountId) || nobody
  const moved = (facts?.upcomingMeetings ?? []).filter(({ on = "" }) => on >= input.from && on <= input.to)
  return {
    key: `customer:${accountId}`,
    title: name,
    to: people.map(({ name: person, email }) => (email ? `${person} <${email}>` : person)),
    subject: `Away ${shortDate(input.from, input.today)} to ${shortDate(input.to, input.today)}`,
    body: [
      `Hi ${people[0]?.name.split(/\s+/)[0] ?? "[name of the contact]"},`,
      "",
      `I'm away from ${days(input)}. ${cover} answers for me in these days.`,
      ...(moved.length > 0
        ? [
            `We planned ${list(moved.map(({ title, on = "" }) => `"${title}" on ${nearDate(on, input.today)}`))}: shall we move it, or would you rather meet ${cover}?`,
          ]
        : []),
      "",
      input.me,
    ].join("\n"),
  }
}

function autoresponder(input: CoverInput): CoverDraft {
  const covers = [
    ...new Set(input.rows.map(({ accountId }) => input.coverOf(accountId)).filter(Boolean)),
  ].sort()
  return {
    key: "autoresponder",
    title: "Autoresponder",
    to: [],
    subject: `Away until ${nearDate(input.to, input.today)}`,
    body: [
      `Thank you for your message. I'm away from ${days(input)} and back on ${nearDate(addDays(input.to, 1), input.today)}.`,
      covers.length > 0 ? `Until then ${list(covers)} will help you.` : `Until then ${nobody} will help you.`,
      "",
      input.me,
    ].join("\n"),
  }
}

function slack(input: CoverInput): CoverDraft {
  return {
    key: "slack",
    title: "Slack status",
    to: [],
    subject: "",
    body: `Away until ${shortDate(input.to, input.today)}`,
  }
}
