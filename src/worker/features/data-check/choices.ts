/** What the user settled of one customer's data: values chosen, findings seen as fine. Kept on this computer. */
import type { Pick } from "~src/domain/candidates/candidate"
import type { FactName } from "~src/domain/facts"
import { factsContextOf } from "~src/worker/account-facts/account-context"
import type { CareRow } from "~src/worker/cache/rows"
import type { WorkerContext } from "~src/worker/kernel/context"
import { resummarise } from "~src/worker/sync/rows/resummarise"

export const dataCareId = (accountId: string) => `data:${accountId}`

/** `pick` null: the rules choose again. */
export async function choosePick(
  context: WorkerContext,
  accountId: string,
  fact: FactName,
  pick: Pick | null,
): Promise<void> {
  await change(context, accountId, (row) => {
    const picks = { ...row.picks }
    if (pick) picks[fact] = pick
    else Reflect.deleteProperty(picks, fact)
    return { ...row, picks }
  })
  const [facts, { me }] = await Promise.all([factsContextOf(context), context.settings.get()])
  await resummarise({ db: context.db, facts, role: me?.role ?? "", history: false }, [accountId])
  context.publish(`account:${accountId}`, "popup", "book")
}

/** `print`: what was found; null takes the mark away. Found anew with other values, it comes back. */
export async function markSeen(
  context: WorkerContext,
  accountId: string,
  key: string,
  print: string | null,
): Promise<void> {
  await change(context, accountId, (row) => {
    const seen = { ...row.seen }
    if (print === null) Reflect.deleteProperty(seen, key)
    else seen[key] = print
    return { ...row, seen }
  })
  context.publish("book")
}

async function change(
  { db }: WorkerContext,
  accountId: string,
  apply: (row: CareRow) => CareRow,
): Promise<void> {
  const id = dataCareId(accountId)
  const tx = db.transaction("care", "readwrite")
  await tx.store.put(apply((await tx.store.get(id)) ?? { id, accountId }))
  await tx.done
}
