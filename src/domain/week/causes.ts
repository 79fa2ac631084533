/** Why a customer is not green, in few words: people first, then red before yellow. Pure. */
import type { AccountSummary, TraitCell } from "../assessment"
import { TRAIT_KEYS, type TraitKey } from "../facts"
import { plural } from "../words"

const share = (value: TraitCell["value"]) => `${Math.floor(Number(value) * 100 + 1e-9)}%`

const words: Record<TraitKey, (value: TraitCell["value"]) => string> = {
  activeChampion: () => "no champion",
  accessToBuyer: () => "no buyer",
  sentiment: (value) => `${String(value)} sentiment`,
  versionsBehind: (value) => `${plural(Number(value), "release")} behind`,
  preciseIntel: () => "precise navigation off",
  defectTickets90d: (value) => plural(Number(value), "bug ticket"),
  helpTickets90d: (value) => plural(Number(value), "help ticket"),
  lastActivityDays: (value) => `${plural(Number(value), "day")} silent`,
  dauOverMau: (value) => `${share(value)} daily use`,
  mauOverSeats: (value) => `${share(value)} of seats`,
}

const peopleFirst: readonly TraitKey[] = ["activeChampion", "accessToBuyer"]

/** Every red and yellow trait; empty if none has that colour. */
export function causesOf({ traits = {} }: Pick<AccountSummary, "traits">): string[] {
  const keys = [...peopleFirst, ...TRAIT_KEYS.filter((key) => !peopleFirst.includes(key))]
  const inColour = (status: "poor" | "concerning") =>
    keys.flatMap((key) => {
      const cell = traits[key]
      return cell?.status === status ? [words[key](cell.value)] : []
    })
  return [...inColour("poor"), ...inColour("concerning")]
}
