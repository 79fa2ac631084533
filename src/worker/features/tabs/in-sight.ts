/**
 * Whether the user sees the frame that asks for a write, whole and in its place. The frame itself can't tell: it knows only the
 * size that the page gave it. So the gate measures it in the host page's window, at the moment of each write.
 */
import type { Sight } from "~src/messaging/gate-protocol"
import type { Sender } from "~src/messaging/sender"

import type { WorkerContext } from "../../kernel/context"

/** The least panel that a customer's name, a button and what it does can be read in. CSS pixels of the user's own zoom. */
export const least = { width: 240, height: 240 }
/** Rounding on fractional screens, pixels. */
const slack = 2
/** The page's own scroll bar lies between the frame and the window's right or lower edge. Pixels. */
const scrollBar = 20
/** A page that is busy for so long can't be measured. Milliseconds. */
const patienceMs = 5_000

/** No mask, clip path or filter, and opaque. Transforms show in the frame's box. */
const plain = "nonenonenone1"

/** Asks the gate that vouched for the frame; false also where it does not answer. */
export async function isInSight(
  { tabs, platform, wait }: Pick<WorkerContext, "tabs" | "platform" | "wait">,
  { tabId }: Extract<Sender, { kind: "frame" }>,
): Promise<boolean> {
  const tab = await tabs.get(tabId)
  if (!tab) return false
  const asked = platform.tabs.ask(tabId, tab.documentId, { gate: "look" })
  const sight = await Promise.race([asked, wait(patienceMs)])
  return isSight(sight) && sight.nonce === tab.nonce && isPlain(sight)
}

/** True where the frame is at its edge of the window, as high as the window, large enough, and nothing veils it. */
export function isPlain({ home, box, zoom, veil }: Sight): boolean {
  const [x = 0, y = 0, width = 0, height = 0, windowWidth = 0, windowHeight = 0] = box
  const isNear = (edge: number, windowEdge: number) =>
    edge <= windowEdge + slack && edge >= windowEdge - slack - scrollBar
  const atEdge = Math.abs(x) <= slack || isNear(x + width, windowWidth)
  const whole = Math.abs(y) <= slack && isNear(y + height, windowHeight)
  const large = width >= least.width && height >= least.height
  return home && zoom === 1 && veil === plain && atEdge && whole && large
}

function isSight(value: unknown): value is Sight {
  if (typeof value !== "object" || value === null) return false
  const { nonce, home, box, zoom, veil } = value as Partial<Sight>
  return (
    typeof nonce === "string" &&
    typeof home === "boolean" &&
    Array.isArray(box) &&
    box.every((length) => typeof length === "number") &&
    typeof zoom === "number" &&
    typeof veil === "string"
  )
}
