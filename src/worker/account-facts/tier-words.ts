import type { TierScheme } from "~src/domain/policy/policy"
import { plain } from "~src/domain/words"

const known = new WeakMap<TierScheme, ReadonlySet<string>>()

/** Whether a word names a tier of the scheme, however it is typed. */
export function isTierWord(scheme: TierScheme, word: string): boolean {
  const words =
    known.get(scheme) ??
    new Set(scheme.tiers.flatMap(({ name, aliases = [] }) => [name, ...aliases].map(plain)))
  known.set(scheme, words)
  return words.has(plain(word))
}
