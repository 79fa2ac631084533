/** That the browser deleted what was stored, for as long as the user has not read it. */
import type { Instant } from "~src/domain/facts"
import type { Status } from "~src/messaging/contract"

import type { WorkerContext } from "./context"

const key = "data.lost"

interface Loss {
  at: Instant
  /** Writes that were kept, in words. */
  kept: string[]
}

export async function noteLoss({ platform, now }: WorkerContext, kept: string[]): Promise<void> {
  const loss: Loss = { at: new Date(now()).toISOString(), kept }
  await platform.local.set({ [key]: loss })
}

/** The loss in words, until the user has seen them. */
export async function lossSaid(context: WorkerContext): Promise<Status["lost"]> {
  const loss = (await context.platform.local.get(key)) as Loss | undefined
  if (!loss) return undefined
  const { timeZone } = await context.clock()
  const at = new Date(loss.at).toLocaleString("en-GB", { timeZone, dateStyle: "medium", timeStyle: "short" })
  const { kept } = loss
  const writes =
    kept.length === 0
      ? "No write was waiting."
      : `${kept.length === 1 ? "One write that was" : `${kept.length.toString()} writes that were`} not sent yet ${kept.length === 1 ? "is" : "are"} kept: ${kept.join("; ")}.`
  return {
    text: "The browser deleted what Account Lens had stored.",
    detail: `It was noticed on ${at}. Customers are read anew from Vitally. Snoozes, links made by hand and the history are gone. ${writes}`,
  }
}

export const lossSeen = ({ platform }: WorkerContext): Promise<void> => platform.local.remove(key)
