/** Why a customer stands where it stands, for the first second: all red causes in words, worst first. */
import type { Cause, HealthResult, TraitResult } from "../assessment"
import type { TraitKey } from "../facts"

export interface GlanceCauses {
  noChampion: boolean
  noBuyer: boolean
  /** Largest lift first; champion and buyer are named by the two above. */
  red: Cause[]
  /** Yellow ones worth naming: at least half a point to gain. */
  yellow: Cause[]
  /** Yellow ones that are not named. */
  moreYellow: number
  green: number
  withData: number
  total: number
}

const worthNaming = 0.5

export function glanceCauses({
  categories,
  withData,
  total,
}: Pick<HealthResult, "categories" | "withData" | "total">) {
  const traits = categories.flatMap((category) => category.traits).sort((a, b) => b.lift - a.lift)
  const isFalse = (key: TraitKey) => traits.some((trait) => trait.key === key && trait.value === false)
  const others = traits.filter(({ key }) => key !== "activeChampion" && key !== "accessToBuyer")
  const yellow = others.filter(({ status }) => status === "concerning")
  // If nothing is red, the reader still learns what is yellow, however little there is to gain.
  const red = others.filter(({ status }) => status === "poor")
  const named = yellow.filter(({ lift }, nth) => lift >= worthNaming || (red.length === 0 && nth === 0))
  return {
    noChampion: isFalse("activeChampion"),
    noBuyer: isFalse("accessToBuyer"),
    red: red.flatMap(causeOf),
    yellow: named.flatMap(causeOf),
    moreYellow: yellow.length - named.length,
    green: traits.filter(({ status }) => status === "healthy").length,
    withData,
    total,
  } satisfies GlanceCauses
}

function causeOf({ key, status, value }: TraitResult): Cause[] {
  if (value === null || (status !== "poor" && status !== "concerning")) return []
  return [{ key, status, value }]
}
