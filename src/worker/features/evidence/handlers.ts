/** What the user says of single touches. */
import type { CareRow } from "../../cache/rows"
import { correctionId } from "../../evidence/corrections"
import type { WorkerContext } from "../../kernel/context"
import type { PartialHandlers } from "../../kernel/handlers"
import { noteSalesforce } from "../../sync/mark-changed"

import { corrections } from "./list"
import { previewRule } from "./preview"

export const evidenceHandlers = {
  "evidence.correct": ({ accountId, touchId, said }, context) =>
    say(context, accountId, touchId, (row) => {
      const rest = without(row, "verdict")
      return said === null ? rest : { ...rest, verdict: said }
    }),
  "evidence.noAnswer": ({ accountId, touchId, needed }, context) =>
    say(context, accountId, touchId, (row) => {
      const rest = without(row, "noAnswer")
      return needed ? rest : { ...rest, noAnswer: new Date(context.now()).toISOString() }
    }),
  "evidence.list": async (_request, { db }) => ({ corrections: await corrections(db) }),
  "evidence.preview": (rule, { db }) => previewRule(db, rule),
} satisfies PartialHandlers

function without(row: CareRow, key: "verdict" | "noAnswer"): CareRow {
  const rest = { ...row }
  Reflect.deleteProperty(rest, key)
  return rest
}

/** Kept apart from the touch, so that it outlives every reading; lists and badge follow at once. */
async function say(
  context: WorkerContext,
  accountId: string,
  touchId: string,
  change: (row: CareRow) => CareRow,
): Promise<Record<string, never>> {
  const { db } = context
  const id = correctionId(touchId)
  const touch = await db.get("touches", touchId)
  const tx = db.transaction("care", "readwrite")
  const text = [touch?.who, touch?.channel, touch?.subject].filter((part) => part !== undefined).join(", ")
  const before = (await tx.store.get(id)) ?? {
    id,
    accountId,
    about: { text: text || "Touch", at: new Date(context.now()).toISOString() },
  }
  const after = change(before)
  if (after.verdict === undefined && after.noAnswer === undefined) await tx.store.delete(id)
  else await tx.store.put(after)
  await tx.done
  await noteSalesforce(context, [accountId])
  return {}
}
