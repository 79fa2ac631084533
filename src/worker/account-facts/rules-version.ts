/**
 * Which rules made a derived row. Rows of different versions are never compared: what differs between them may be the rules' doing,
 * and no customer fell because an update counts otherwise.
 */
import type { Notation } from "~src/domain/intake/notation"
import type { Scales } from "~src/domain/intake/scales"
import type { Policy, TraitMap } from "~src/domain/policy/policy"

/** Names the rules' code: a digest of their source, put in by the build (scripts/rules-digest.ts). */
export const codeVersion: string = process.env.PLASMO_PUBLIC_RULES ?? "source"

export interface RulesInput {
  policy: Policy
  traitMap: TraitMap
  olderTraits: TraitMap
  scales: Scales
  notation?: Notation
}

/** Eight hexadecimal digits for this code with this policy, trait map and ways of writing. The order of keys does not matter. */
export function rulesVersion(
  { policy, traitMap, olderTraits, scales, notation = {} }: RulesInput,
  code = codeVersion,
): string {
  return fnv1a(JSON.stringify([code, policy, traitMap, olderTraits, scales, notation], sorted))
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** FNV-1a over UTF-16 code units, 32 bits: tells versions apart, guards nothing. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, "0")
}
