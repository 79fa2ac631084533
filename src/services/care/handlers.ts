/** What the user does with recommendations, kept on this computer: steps done, put off, dismissed. */
import type { CareRow } from "~src/storage/rows"

import type { WorkerContext } from "../worker/context"
import type { PartialHandlers } from "../worker/handlers"

export const careIdOf = (accountId: string, actionId: string) => `action:${accountId}:${actionId}`

interface Of {
  accountId: string
  actionId: string
}

export const careHandlers = {
  "action.step": (request, context) =>
    change(context, request, (row) => {
      const others = (row.doneSteps ?? []).filter((step) => step !== request.stepId)
      return { ...row, doneSteps: request.done ? [...others, request.stepId] : others }
    }),
  "action.snooze": (request, context) =>
    change(context, request, (row) =>
      request.until === null ? without(row, "snoozedUntil") : { ...row, snoozedUntil: request.until },
    ),
  /** It comes back by itself once the facts behind it change: the fingerprint is kept with it. */
  "action.dismiss": (request, context) =>
    change(context, request, (row) => ({
      ...row,
      dismissed: {
        reason: request.reason,
        fingerprint: request.fingerprint,
        at: new Date(context.now()).toISOString(),
      },
    })),
  "action.restore": (request, context) =>
    change(context, request, (row) => without(row, "dismissed", "snoozedUntil")),
} satisfies PartialHandlers

function without(row: CareRow, ...keys: ("dismissed" | "snoozedUntil")[]): CareRow {
  const rest = { ...row }
  for (const key of keys) Reflect.deleteProperty(rest, key)
  return rest
}

/** One transaction, so that two quick clicks both count. */
async function change(
  context: WorkerContext,
  { accountId, actionId }: Of,
  apply: (row: CareRow) => CareRow,
): Promise<Record<string, never>> {
  const id = careIdOf(accountId, actionId)
  const tx = context.db.transaction("care", "readwrite")
  await tx.store.put(apply((await tx.store.get(id)) ?? { id, accountId }))
  await tx.done
  context.publish(`account:${accountId}`, "popup")
  return {}
}
