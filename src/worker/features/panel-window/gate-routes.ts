/** The few things a gate may ask, parsed. */
import * as z from "~src/schemas/zod"

import type { GateCommand, GateRequest } from "~src/messaging/gate-protocol"
import type { Sender } from "~src/messaging/sender"

import { seePage } from "../tabs/follow"
import { framesHeard } from "../tabs/vouched"
import type { WorkerContext } from "../../kernel/context"
import { getPlace, setPlace } from "./place"

type GateSender = Extract<Sender, { kind: "gate" }>
type GateHandler = (context: WorkerContext, sender: GateSender) => Promise<unknown>

const maybe = z.exactOptional
const placeChange = z.object({
  open: maybe(z.boolean()),
  side: maybe(z.enum(["left", "right"])),
  width: maybe(z.number()),
  tabTop: maybe(z.number()),
})
const hint = z.object({
  nonce: z.string(z.minLength(16), z.maxLength(100)),
  gone: maybe(z.literal(true)),
})

const hostOf = ({ url }: GateSender) => new URL(url).hostname

const routes: Record<GateRequest["m"], (payload: unknown) => GateHandler | undefined> = {
  "place.get": () => async (context, sender) => {
    const { tabId, url, windowId, documentId } = sender
    const place = await getPlace(context, url, windowId)
    // A gate that shows nothing says no more; it is to be found when its time comes.
    if (place.mode !== "page") await seePage(context, tabId, url, { documentId })
    return place
  },
  "place.set": parsed(placeChange, async (context, sender, change) => {
    await setPlace(context, hostOf(sender), change)
    return {}
  }),
  // Carries no account: the tab's own address says it.
  "account.hint": parsed(hint, async (context, sender, { nonce, gone }) => {
    const { tabId, url, documentId } = sender
    const before = await context.tabs.get(tabId)
    await seePage(context, tabId, url, { documentId, nonce: gone ? "" : nonce })
    if (!gone && before?.nonce !== nonce) void tellIfBlocked(context, tabId, nonce).catch(() => undefined)
    return {}
  }),
  // Opened in the message's own turn (`start.ts`): later, Chrome no longer takes it for the user's click.
  "side.open": () => () => Promise.resolve({}),
}

/** A document of ours asks as soon as it runs; none does where the page's headers keep it out. */
const claimMs = 6_000

async function tellIfBlocked(context: WorkerContext, tabId: number, nonce: string): Promise<void> {
  const heard = framesHeard(context, tabId)
  await context.wait(claimMs)
  const tab = await context.tabs.get(tabId)
  if (tab?.nonce !== nonce || tab.frame !== undefined || framesHeard(context, tabId) !== heard) return
  const text = "This page keeps the panel out. Click to open it beside the page."
  await context.platform.tabs.send(tabId, { gate: "blocked", text } satisfies GateCommand)
}

function parsed<T>(
  schema: z.Type<T>,
  handle: (context: WorkerContext, sender: GateSender, payload: T) => Promise<unknown>,
): (payload: unknown) => GateHandler | undefined {
  return (payload) => {
    const read = z.safeParse(schema, payload)
    return read.success ? (context, sender) => handle(context, sender, read.data) : undefined
  }
}

/** Undefined for any other name, and for a request that cannot be read. */
export function gateRoute(method: string, payload: unknown): GateHandler | undefined {
  return Object.hasOwn(routes, method) ? routes[method as GateRequest["m"]](payload) : undefined
}
