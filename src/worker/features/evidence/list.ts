import type { CorrectionView } from "~src/messaging/views/options"
import type { LensDatabase } from "../../cache/database"

/** Everything the user said of touches, newest first. One touch may have both: it was contact, and needs no answer. */
export async function corrections(db: LensDatabase): Promise<CorrectionView[]> {
  const rows = await db.getAll("care", IDBKeyRange.bound("verdict:", "verdict:\uffff"))
  const views = await Promise.all(
    rows.map(async ({ id, accountId, verdict, noAnswer, about }): Promise<CorrectionView[]> => {
      if (!about) return []
      const summary = await db.get("summaries", accountId)
      const view = {
        accountId,
        accountName: summary?.name ?? "A customer",
        touchId: id.slice("verdict:".length),
        about,
      }
      return [
        ...(verdict === undefined ? [] : [{ ...view, said: verdict }]),
        ...(noAnswer === undefined ? [] : [{ ...view, said: "no-answer" as const }]),
      ]
    }),
  )
  return views.flat().sort((a, b) => b.about.saidAt.localeCompare(a.about.saidAt))
}
