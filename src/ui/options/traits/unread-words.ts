import { readBoolean, readSentiment } from "~src/domain/intake/values"
import type { FactName, MappingPolicy } from "~src/domain/policy/policy"
import type { TraitMapRow } from "~src/messaging/views/options"

const yesOrNo: readonly FactName[] = [
  "preciseIntel",
  "activeChampion",
  "accessToBuyer",
  "unlimitedSeats",
  "lighthouse",
  "redAccount",
  "slackActive",
]

/** Samples of worded traits that the policy's words cannot read, by fact. */
export function unreadWords(
  rows: readonly Pick<TraitMapRow, "fact" | "label" | "samples">[],
  mapping: Pick<MappingPolicy, "sentimentWords" | "booleanWords">,
): { label: string; words: string[] }[] {
  const isRead = (fact: string, word: string) => {
    if (fact === "sentiment") return readSentiment(word, mapping.sentimentWords) !== undefined
    // A sample is text; true and false may be the values themselves, which need no word.
    const isValue = word === "true" || word === "false"
    return !isYesOrNo(fact) || isValue || readBoolean(word, mapping.booleanWords) !== undefined
  }
  return rows.flatMap(({ fact, label, samples }) => {
    const words = samples.filter((word) => !isRead(fact, word))
    return words.length > 0 ? [{ label, words }] : []
  })
}

const isYesOrNo = (fact: string) => yesOrNo.some((name) => name === fact)
