import type { TraitMap } from "../policy/policy"

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
