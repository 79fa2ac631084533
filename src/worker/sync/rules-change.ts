/** After an update: rows that other rules made are recomputed, before anything is compared with them. */
import { codeVersion } from "../account-facts/rules-version"
import { getMeta, setMeta } from "../cache/meta"
import type { WorkerContext } from "../kernel/context"
import { runJob } from "../kernel/job"
import { askResummariseAll } from "./rows/resummarise"
import { syncJob } from "./sync-job"

/** At each start of the worker. Costs one read where the rules are still the same. */
export async function deriveForNewRules(context: WorkerContext, code = codeVersion): Promise<void> {
  const { db } = context
  if ((await getMeta(db, "rulesCode")) === code) return
  const stored = await db.count("summaries")
  // Asked for first: a worker that dies in between asks once more, and never forgets to.
  if (stored > 0) await askResummariseAll(db)
  await setMeta(db, "rulesCode", code)
  if (stored > 0) await runJob(context, syncJob)
}
