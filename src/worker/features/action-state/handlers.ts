/** What the user does with recommendations and the renewal, kept on this computer: steps done, put off, dismissed. */
import type { CalendarDate } from "~src/domain/facts"
import type { CareRow } from "~src/worker/cache/rows"

import type { WorkerContext } from "../../kernel/context"
import type { PartialHandlers } from "../../kernel/handlers"

export const careIdOf = (accountId: string, actionId: string) => `action:${accountId}:${actionId}`

/** Under its date: the next contract's renewal starts with nothing done. */
export const renewalCareIdOf = (accountId: string, on: CalendarDate) => `renewal:${accountId}:${on}`

const ofAction = ({ accountId, actionId }: { accountId: string; actionId: string }) => ({
  id: careIdOf(accountId, actionId),
  accountId,
})

export const careHandlers = {
  "action.step": (request, context) => change(context, ofAction(request), tick(request)),
  "renewal.step": (request, context) => {
    const { accountId, on } = request
    return change(context, { id: renewalCareIdOf(accountId, on), accountId }, tick(request))
  },
  "action.snooze": (request, context) =>
    change(context, ofAction(request), (row) =>
      request.until === null ? without(row, "snoozedUntil") : { ...row, snoozedUntil: request.until },
    ),
  /** It comes back by itself once the facts behind it change: the fingerprint is kept with it. */
  "action.dismiss": (request, context) =>
    change(context, ofAction(request), (row) => ({
      ...row,
      dismissed: {
        reason: request.reason,
        fingerprint: request.fingerprint,
        at: new Date(context.now()).toISOString(),
      },
    })),
  "action.restore": (request, context) =>
    change(context, ofAction(request), (row) => without(row, "dismissed", "snoozedUntil")),
} satisfies PartialHandlers

function tick({ stepId, done }: { stepId: string; done: boolean }): (row: CareRow) => CareRow {
  return (row) => {
    const others = (row.doneSteps ?? []).filter((step) => step !== stepId)
    return { ...row, doneSteps: done ? [...others, stepId] : others }
  }
}

function without(row: CareRow, ...keys: ("dismissed" | "snoozedUntil")[]): CareRow {
  const rest = { ...row }
  for (const key of keys) Reflect.deleteProperty(rest, key)
  return rest
}

/** One transaction, so that two quick clicks both count. */
async function change(
  context: WorkerContext,
  { id, accountId }: Pick<CareRow, "id" | "accountId">,
  apply: (row: CareRow) => CareRow,
): Promise<Record<string, never>> {
  const tx = context.db.transaction("care", "readwrite")
  await tx.store.put(apply((await tx.store.get(id)) ?? { id, accountId }))
  await tx.done
  context.publish(`account:${accountId}`, "popup")
  return {}
}
