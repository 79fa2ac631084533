/** The user's word on what is missing. */
import type { LensDatabase } from "../cache/database"
import { changeMissing } from "./rows/missing-rows"

/**
 * Kept: nothing is said until there are more or fewer. Removed: what does not answer when it is asked for once more goes, however much
 * it is.
 * @param now epoch milliseconds.
 */
export async function decideMissing(db: LensDatabase, remove: boolean, now: number): Promise<void> {
  await changeMissing(db, (record) => {
    const { accounts = {}, organizations = {}, tasks = {} } = record
    const keptCount = [accounts, organizations, tasks].reduce(
      (sum, rows) => sum + Object.keys(rows).length,
      0,
    )
    return remove ? { ...record, allowedAt: new Date(now).toISOString() } : { ...record, keptCount }
  })
}
