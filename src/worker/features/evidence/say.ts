/** What the user says of a touch. It is kept apart from the touch, so that it outlives every reading. */
import type { AccountFacts, Touch } from "~src/domain/facts"
import { faultError } from "~src/messaging/fault"
import { loadFacts } from "~src/worker/account-facts"
import { factsContextOf } from "~src/worker/account-facts/account-context"
import type { CareRow } from "~src/worker/cache/rows"
import { correctionId } from "~src/worker/evidence/corrections"
import type { WorkerContext } from "~src/worker/kernel/context"
import { noteSalesforce } from "~src/worker/sync/mark-changed"

type Said = Partial<Pick<CareRow, "verdict" | "noAnswer">>

/** @throws FaultError if the touch is not there: a correction of nothing would be listed and do nothing. */
export async function say(
  context: WorkerContext,
  accountId: string,
  touchId: string,
  said: Said,
): Promise<void> {
  const touch = touchIn(await factsOf(context, accountId), touchId)
  if (!touch) throw gone()
  const { who, channel, subject, email, on = touch.at.slice(0, 10) } = touch
  const about: CareRow["about"] = {
    on,
    channel,
    saidAt: new Date(context.now()).toISOString(),
    ...(who !== undefined && { who }),
    ...(subject !== undefined && { subject }),
    ...(email !== undefined && { email }),
  }
  const id = correctionId(touchId)
  const tx = context.db.transaction("care", "readwrite")
  await tx.store.put({ ...(await tx.store.get(id)), id, accountId, about, ...said })
  await tx.done
  await noteSalesforce(context, [accountId])
}

/** Works also if the touch or the account has left the cache. */
export async function takeBack(
  context: WorkerContext,
  accountId: string,
  touchId: string,
  key: keyof Said,
): Promise<void> {
  const id = correctionId(touchId)
  const tx = context.db.transaction("care", "readwrite")
  const row = await tx.store.get(id)
  if (row) {
    Reflect.deleteProperty(row, key)
    if (row.verdict === undefined && row.noAnswer === undefined) await tx.store.delete(id)
    else await tx.store.put(row)
  }
  await tx.done
  await noteSalesforce(context, [accountId])
}

/** "No answer needed" is said of a question, and a question may be several messages: the newest of the thread stands for all. */
export async function newestAsked(
  context: WorkerContext,
  accountId: string,
  touchId: string,
): Promise<string> {
  const facts = await factsOf(context, accountId)
  const asked = touchIn(facts, touchId)
  if (!asked) throw gone()
  const { threadId } = asked
  const later = (facts?.touches ?? []).filter(
    (touch) =>
      touch.direction === "inbound" &&
      (touch.verdict ?? "person") === "person" &&
      touch.threadId === threadId &&
      touch.at >= asked.at,
  )
  return later.reduce((newest, touch) => (touch.at > newest.at ? touch : newest), asked).id ?? touchId
}

async function factsOf(context: WorkerContext, accountId: string): Promise<AccountFacts | undefined> {
  return loadFacts(context.db, accountId, await factsContextOf(context))
}

const touchIn = (facts: AccountFacts | undefined, id: string): Touch | undefined =>
  facts?.touches?.find((touch) => touch.id === id)

const gone = () =>
  faultError(
    "not-found",
    "This touch is no longer in the cache.",
    "It may have been deleted in Vitally or Salesforce since it was shown.",
    "Refresh the customer and look again.",
  )
