/** Ends a run: tidies the name index, settles the scale of ratios over the whole book, notes the time. */
import { notationOf } from "~src/domain/intake/notation"
import { scalesOf } from "~src/worker/account-facts"
import { tidyIndex } from "~src/worker/search/packed"
import { getMeta, type MetaValues } from "~src/worker/cache/meta"
import { keepMeta } from "~src/worker/cache/workspace"

import { factsContext } from "../../account-facts/facts-context"
import { askResummariseAll } from "../rows/resummarise"
import type { Step } from "./step"

/** An idle run leaves a few parts as they are. */
const partsLeft = 5

export const finish: Step = async (slice) => {
  const { deps, record } = slice
  const whole = record.run?.kind !== "incremental"
  if (whole || (record.run?.changed ?? 0) > partsLeft) await tidyIndex(deps.db)
  if (!whole || !record.run) return "done"
  const { ratios, notation } = record.run
  const keep = async <K extends "scales" | "notation">(key: K, value: MetaValues[K]): Promise<boolean> => {
    if (JSON.stringify(value) === JSON.stringify((await getMeta(deps.db, key)) ?? {})) return false
    await keepMeta(deps, key, value)
    return true
  }
  // A book without a single ratio decides nothing.
  const hasRatios = Object.values(ratios).some(({ values }) => values > 0)
  const newScales = hasRatios && (await keep("scales", scalesOf(ratios)))
  const newNotation = notation !== undefined && (await keep("notation", notationOf(notation)))
  if (newScales || newNotation) {
    slice.asked = await askResummariseAll(deps.db)
    slice.facts = await factsContext(deps)
  }
  return "done"
}
