/** What the whole sweep did not see: deleted, or merely missed. That is a first proof only; each is then asked for by itself. */
import type { LensDatabase } from "../../cache/database"
import { mayRemove, type MissingKind } from "../../cache/missing"
import { patchRows } from "../../cache/patch-rows"
import { askAgain, isMost, settleMissing } from "./ask-again"
import { forgetMissing, noteMissing } from "../rows/missing-rows"
import type { Slice } from "../rows/slice"
import { againUnder } from "./changes"
import type { Step } from "./step"

export const vanished: Step = async (slice) => {
  for (const kind of ["accounts", "organizations", "tasks"] as const)
    if (isWhole(slice, kind) && (await unlisted(slice, kind)) === "time") return "time"
  return missing(slice)
}

/** What is known to be missing: asked for again, and removed once it is proven. */
export const missing: Step = async (slice) => {
  const organizations = await settleMissing(slice)
  if (organizations === null) return "time"
  await againUnder(slice, organizations)
  return "done"
}

/** What may not be read, or was not read whole, is not missing. */
function isWhole({ record }: Slice, kind: MissingKind): boolean {
  const isSwept = kind !== "tasks" || record.run?.steps.includes("tasks") === true
  return isSwept && record.run?.cut !== true && !record.hidden?.includes(kind)
}

/**
 * Notes what the list lacks and asks for a few of it: as many as may be removed. If most of those answer, the list is not believed.
 */
async function unlisted(slice: Slice, kind: MissingKind): Promise<"done" | "time"> {
  const { deps, record } = slice
  const { db, now } = deps
  const ids = await unseen(db, kind, record.generation)
  if (ids.length === 0) return "done"
  const few = mayRemove(await db.count(kind))
  await noteMissing(db, kind, ids, "list", now())
  const settled = (some: readonly string[]) => patchRows(db, kind, some, { seenIn: record.generation })
  await settled(ids.slice(few))
  let there = 0
  const asked = ids.slice(0, few)
  for (const id of asked) {
    const answered = await askAgain(slice, kind, [id])
    if (answered === null) return "time"
    there += answered.there
    await settled([id])
  }
  if (ids.length > few && isMost({ there, asked: asked.length })) await forgetMissing(db, kind, ids)
  return "done"
}

/** Those of Salesforce are not Vitally's to list. */
async function unseen(db: LensDatabase, kind: MissingKind, generation: number): Promise<string[]> {
  const ids: string[] = []
  let cursor = await db.transaction(kind).store.openCursor()
  while (cursor) {
    const { id, seenIn } = cursor.value
    const isTheirs = !("source" in cursor.value) || cursor.value.source === "vitally"
    if (isTheirs && seenIn !== generation) ids.push(id)
    cursor = await cursor.continue()
  }
  return ids
}
