/** Ends a run: tidies the name index, settles the scale of ratios over the whole book, notes the time. */
import { decideBookScales } from "~src/services/facts"
import { tidyIndex } from "~src/services/search/packed"
import { getMeta, setMeta } from "~src/storage/meta"

import { factsContext } from "../facts-context"
import { askResummariseAll } from "../resummarise"
import type { Step } from "./step"

/** An idle run leaves a few parts as they are. */
const partsLeft = 5

export const finish: Step = async (slice) => {
  const { deps, record } = slice
  const whole = record.run?.kind !== "incremental"
  if (whole || (record.run?.changed ?? 0) > partsLeft) await tidyIndex(deps.db)
  if (whole) {
    const scales = await decideBookScales(deps.db, slice.facts.traitMap)
    if (JSON.stringify(scales) !== JSON.stringify((await getMeta(deps.db, "scales")) ?? {})) {
      await setMeta(deps.db, "scales", scales)
      await askResummariseAll(deps.db)
      slice.facts = await factsContext(deps)
    }
  }
  return "done"
}
