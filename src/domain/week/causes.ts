/** Why a customer is not green, in few words: people first, then red before yellow. Pure. */
import type { AccountSummary } from "../assessment"
import { TRAIT_KEYS, type TraitKey } from "../facts"
import { causeText } from "../trait-words"

const peopleFirst: readonly TraitKey[] = ["activeChampion", "accessToBuyer"]

/** Every red and yellow trait; empty if none has that colour. */
export function causesOf({ traits = {} }: Pick<AccountSummary, "traits">): string[] {
  const keys = [...peopleFirst, ...TRAIT_KEYS.filter((key) => !peopleFirst.includes(key))]
  const inColour = (status: "poor" | "concerning") =>
    keys.flatMap((key) => {
      const cell = traits[key]
      return cell?.status === status ? [causeText({ key, value: cell.value })] : []
    })
  return [...inColour("poor"), ...inColour("concerning")]
}
