/** What is remembered of changes: score and band with the traits that moved, and whose book an account is in. */
import type { AccountSummary } from "~src/domain/assessment"
import { type AccountRows, buildFacts, type FactsContext, traitTexts } from "../../account-facts"
import type { AccountRow, HistoryRow } from "../../cache/rows"

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
  return [...rows, ...ownerChange(oldRows.account, newRows.account, context)]
}

/** A row where the account came into the user's book or left it; `before` is absent for one never seen until now. */
export function ownerChange(
  before: Pick<AccountRow, "owner"> | undefined,
  after: AccountRow,
  { me, clock }: FactsContext,
): HistoryRow[] {
  const isMine = me !== undefined && after.owner === me
  const wasMine = me !== undefined && before?.owner === me
  if (wasMine === isMine) return []
  return [{ accountId: after.id, at: clock.now, on: clock.today, kind: isMine ? "mine" : "not-mine" }]
}

function moved(before: AccountSummary, after: AccountSummary): boolean {
  // Another way of counting is no change of health.
  if (before.rules !== after.rules) return false
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
