/** Who needs cover during an absence, and the plan to share (domain brief, section 8). */
import { coverageOf, coverageSteps } from "~src/domain/assess/coverage"
import { isChurned } from "~src/domain/book/entry"
import type { CalendarDate } from "~src/domain/facts"
import { faultError } from "~src/messaging/fault"
import type { CoveragePlan, CoverageRow } from "~src/messaging/views/lists"
import type { WorkerContext } from "~src/worker/kernel/context"

import { adminNames } from "../../kernel/admins"
import { factsOf } from "../../lists/facts-of"
import { readBooks } from "../../lists/read-lists"
import { pendingOf, syncsIn } from "./pending"

export interface AbsenceRequest {
  /** Whose book; absent: the user's own. */
  ownerId?: string
  /** First and last day away, both included. */
  from: CalendarDate
  to: CalendarDate
}

/** @throws FaultError if nobody said whose book, or the absence ends before it begins. */
export async function coveragePlan(context: WorkerContext, request: AbsenceRequest): Promise<CoveragePlan> {
  const { from, to } = request
  const { me } = await context.settings.get()
  const ownerId = request.ownerId ?? me?.adminId
  if (to < from) throw refusal("The last day is before the first.", "Change one of the dates.")
  if (ownerId === undefined) {
    throw refusal("Account Lens does not know whose book to look at.", "Choose yourself in the options.")
  }
  const [book, { today, timeZone }, names] = await Promise.all([
    readBooks(context.db, [ownerId]),
    context.clock(),
    adminNames(context),
  ])
  const here = book.filter((summary) => !isChurned(summary, today))
  const { facts } = await factsOf(
    context,
    here.map(({ id }) => id),
  )
  const days = { from, to, today, timeZone }
  const covers = new Map(
    coverageOf(book, { from, until: to }, today).map((cover) => [cover.accountId, cover]),
  )
  const meets = here.filter(({ id }) => {
    const known = facts.get(id)
    return !covers.has(id) && known !== undefined && syncsIn(known, days).length > 0
  })
  const byId = new Map(book.map((summary) => [summary.id, summary]))
  const listed = [
    ...covers.values(),
    ...meets
      .sort((one, other) => one.name.localeCompare(other.name))
      .map(({ id, name }) => ({ accountId: id, name, why: [], before: [] })),
  ]
  const rows = listed.map(({ accountId, name, why, before }): CoverageRow => {
    const summary = byId.get(accountId)
    const known = facts.get(accountId)
    const pending = known ? pendingOf(known, days) : { reasons: [], before: [] }
    return {
      accountId,
      name,
      tier: summary?.tier ?? null,
      band: summary?.band ?? "unknown",
      reasons: [...why, ...pending.reasons],
      before: [...before, ...pending.before],
      ...(summary?.renewalOn !== undefined && { renewalOn: summary.renewalOn }),
    }
  })
  const absence = { from, until: to }
  const scaled = book.some(({ team }) => team !== null && /scaled/i.test(team))
  const steps = coverageSteps(absence, scaled)
  return { from, to, rows, steps, text: planText(names.get(ownerId) ?? "", from, to, rows, steps) }
}

const refusal = (title: string, next: string) =>
  faultError("bad-request", title, "No plan can be made for it.", next)

/** For a document or a message: plain lines, nothing that needs rendering. */
function planText(
  who: string,
  from: CalendarDate,
  to: CalendarDate,
  rows: CoverageRow[],
  steps: CoveragePlan["steps"],
): string {
  const customers = rows.flatMap(({ name, tier, reasons, before }) => [
    `- ${name}${tier === null ? "" : ` (${tier})`}`,
    ...reasons.map((reason) => `    Why: ${reason}`),
    ...before.map((step) => `    Before: ${step}`),
  ])
  return [
    `Cover${who ? ` for ${who}` : ""}, ${from} to ${to}`,
    "",
    rows.length === 0 ? "No customer needs cover." : `Customers that need cover (${rows.length}):`,
    ...customers,
    "",
    "Steps:",
    ...steps.map(({ text }) => `[ ] ${text}`),
    "",
  ].join("\n")
}
