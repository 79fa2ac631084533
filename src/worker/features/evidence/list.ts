import type { CorrectionView } from "~src/messaging/views/options"
import type { LensDatabase } from "../../cache/database"

/** Everything the user said of touches, newest first. */
export async function corrections(db: LensDatabase): Promise<CorrectionView[]> {
  const rows = await db.getAll("care", IDBKeyRange.bound("verdict:", "verdict:\uffff"))
  const views = await Promise.all(
    rows.map(async ({ id, accountId, verdict, noAnswer, about }): Promise<CorrectionView> => {
      const summary = await db.get("summaries", accountId)
      return {
        accountId,
        accountName: summary?.name ?? "A customer",
        touchId: id.slice("verdict:".length),
        said: verdict ?? "no-answer",
        at: about?.at ?? noAnswer ?? "",
        text: about?.text ?? "",
      }
    }),
  )
  return views.sort((a, b) => (a.at < b.at ? 1 : -1))
}
