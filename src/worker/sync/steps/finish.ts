/** Ends a run: tidies the name index, settles the scale of ratios over the whole book, notes the time. */
import { scalesOf } from "~src/worker/account-facts"
import { tidyIndex } from "~src/worker/search/packed"
import { getMeta } from "~src/worker/cache/meta"
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
  // A book without a single ratio decides nothing.
  if (whole && record.run && Object.values(record.run.ratios).some(({ values }) => values > 0)) {
    const scales = scalesOf(record.run.ratios)
    if (JSON.stringify(scales) !== JSON.stringify((await getMeta(deps.db, "scales")) ?? {})) {
      await keepMeta(deps, "scales", scales)
      slice.asked = await askResummariseAll(deps.db)
      slice.facts = await factsContext(deps)
    }
  }
  return "done"
}
