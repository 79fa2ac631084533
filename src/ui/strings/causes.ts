/** Traits in a few plain words, for glance, lists and peek; the workspace's own label stands in the detail. */
import type { Cause } from "~src/domain/assessment"
import type { TraitKey } from "~src/domain/facts"

const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

/** Names of the traits everywhere. */
export const traitNames: Record<TraitKey, string> = {
  sentiment: "Sentiment",
  versionsBehind: "Versions",
  preciseIntel: "Precise navigation",
  defectTickets90d: "Bug tickets",
  helpTickets90d: "Help tickets",
  activeChampion: "Champion",
  accessToBuyer: "Buyer access",
  lastActivityDays: "Contact",
  dauOverMau: "Daily use",
  mauOverSeats: "Seats used",
}

const share = (value: number) => `${Math.floor(value * 100 + 1e-9)}%`

/** What is wrong with a trait, as words that can stand alone: "33% of seats used". */
const phrases: Record<TraitKey, (value: number, raw: Cause["value"]) => string> = {
  sentiment: (_n, raw) => (raw === "poor" ? "poor sentiment" : "concerning sentiment"),
  versionsBehind: (n) => `${plural(n, "release")} behind`,
  preciseIntel: () => "precise navigation off",
  defectTickets90d: (n) => plural(n, "bug ticket"),
  helpTickets90d: (n) => plural(n, "help ticket"),
  activeChampion: () => "no champion",
  accessToBuyer: () => "no buyer",
  lastActivityDays: (n) => `${plural(n, "day")} since contact`,
  dauOverMau: (n) => `${share(n)} daily use`,
  mauOverSeats: (n) => `${share(n)} of seats used`,
}

export function causeText({ key, value }: Pick<Cause, "key" | "value">): string {
  return phrases[key](typeof value === "number" ? value : 0, value)
}
