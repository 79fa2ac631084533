import type { AccountFacts, CalendarDate } from "../facts"

type KnownBand = "concerning" | "poor"

/**
 * The day on which a duty of a window fell due: the window's first day, or the later one on which the health is seen to have turned.
 * Without a point of history before the turn, the window's own day stands.
 */
export function fellDueOn(
  { history = [] }: Pick<AccountFacts, "history">,
  windowFrom: CalendarDate | null,
  bands: readonly KnownBand[],
): CalendarDate | null {
  if (windowFrom === null) return null
  const isBad = ({ band }: { band: string }) => bands.some((bad) => bad === band)
  const lastGood = history.findLastIndex((point) => point.band !== "unknown" && !isBad(point))
  const turned = lastGood < 0 ? undefined : history.slice(lastGood + 1).find(isBad)?.on
  return turned !== undefined && turned > windowFrom ? turned : windowFrom
}
