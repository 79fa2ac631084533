/** A workspace's flat `traits` object to facts with provenance (domain brief, sections 3b and 11). */
import { dayOf } from "../calendar"
import type { AccountFacts, Clock, Fact, Instant, SourceSystem, TraitFacts } from "../facts"
import type { MappingPolicy, TraitMap } from "../policy/policy"
import { FACT_NAMES, putFact, putUnread, readFact } from "./read-fact"
import type { Scales } from "./scales"

export interface MapOptions {
  words: Pick<MappingPolicy, "sentimentWords" | "booleanWords">
  /** When the account was read; becomes each fact's `at`. Day counts are counted from this moment. */
  readAt?: Instant
  source?: SourceSystem
}

export type MappedFacts = Partial<Omit<AccountFacts, "traits">> & { traits: TraitFacts }

/**
 * Facts that the mapped keys hold. Dots are part of a key and never a path. Anything that can't be read is left out; any JSON is
 * accepted.
 */
export function mapTraits(
  traits: unknown,
  map: TraitMap,
  scales: Scales,
  clock: Clock,
  options: MapOptions,
): MappedFacts {
  const mapped: MappedFacts = { traits: {} }
  if (typeof traits !== "object" || traits === null) return mapped
  const raw = traits as Record<string, unknown>
  const readOn = options.readAt === undefined ? null : dayOf(options.readAt, clock.timeZone)
  const context = {
    scales,
    clock,
    words: options.words,
    ...(readOn === null ? {} : { readOn }),
  }
  for (const name of FACT_NAMES) {
    const key = map[name]
    if (key === undefined || !Object.hasOwn(raw, key)) continue
    const value = readFact(name, raw[key], context)
    if (value === undefined) {
      putUnread(mapped, name, raw[key])
      continue
    }
    const fact: Fact<unknown> = { value, source: options.source ?? "vitally", field: key }
    if (options.readAt !== undefined) fact.at = options.readAt
    putFact(mapped, name, fact)
  }
  return mapped
}

/** The raw values of the ratio traits, to decide the scale over the book (`decideScale`). */
export function ratioSamples(
  traits: unknown,
  map: TraitMap,
): { dauOverMau?: unknown; mauOverSeats?: unknown } {
  if (typeof traits !== "object" || traits === null) return {}
  const raw = traits as Record<string, unknown>
  const pick = (key: string | undefined) =>
    key !== undefined && Object.hasOwn(raw, key) ? raw[key] : undefined
  return { dauOverMau: pick(map.dauOverMau), mauOverSeats: pick(map.mauOverSeats) }
}
