/** What is remembered of changes: score and band with the traits that moved, and whose book an account is in. */
import type { AccountSummary } from "~src/domain/assessment"
import { type AccountRows, buildFacts, type FactsContext, traitTexts } from "~src/services/facts"
import type { HistoryRow } from "~src/storage/rows"

/** Scores are shown with one decimal: a smaller move is none. */
const smallestMove = 0.05

/** Rows to append for one account, from what was stored to what is stored now. */
export function historyOf(
  oldRows: AccountRows,
  before: AccountSummary,
  newRows: AccountRows,
  after: AccountSummary,
  context: FactsContext,
): HistoryRow[] {
  const stamp = { accountId: after.id, at: context.clock.now, on: context.clock.today }
  const rows: HistoryRow[] = []
  if (moved(before, after)) {
    const changes = movedTraits(oldRows, newRows, context)
    rows.push({
      ...stamp,
      kind: "health",
      from: { score: before.score, band: before.band },
      to: { score: after.score, band: after.band },
      ...(changes.length > 0 && { moved: changes }),
    })
  }
  const wasMine = context.me !== undefined && oldRows.account.owner === context.me
  const isMine = context.me !== undefined && newRows.account.owner === context.me
  if (wasMine !== isMine) rows.push({ ...stamp, kind: isMine ? "mine" : "not-mine" })
  return rows
}

function moved(before: AccountSummary, after: AccountSummary): boolean {
  if (before.band !== after.band) return true
  if (before.score === null || after.score === null) return before.score !== after.score
  return Math.abs(before.score - after.score) >= smallestMove
}

function movedTraits(
  oldRows: AccountRows,
  newRows: AccountRows,
  context: FactsContext,
): HistoryRow["moved"] & object {
  const before = traitTexts(buildFacts(oldRows, context), context)
  const after = traitTexts(buildFacts(newRows, context), context)
  return after.flatMap(({ trait, label, text }) => {
    const from = before.find((entry) => entry.trait === trait)?.text ?? ""
    return from === text ? [] : [{ trait, label, from, to: text }]
  })
}
