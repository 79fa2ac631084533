import type { Place } from "~src/messaging/gate-protocol"

/** Of the collapsed tab, pixels. The gate reckons with the same height. */
export const tab = { width: 40, height: 92 }
/** Of the tab while the pointer or the focus is on it, pixels; as high as the tab, so that it fits wherever that stands. */
const peekWidth = 380
/** How long the pointer rests on the tab before it opens to the peek. */
const peekAfter = "300ms"
/** Width of the grip beside the frame, pixels. Beside, not over it: a frame with something over it is not "visible". */
export const gripWidth = 6
/** A page keeps at least this width; where that is not left over, the panel lies over it. Pixels. */
const leastPage = 1000

/**
 * The sheets of the gate's element: made here, since the gate has 4 KB for everything. `:host` rules with `!important` inside a
 * shadow tree beat everything the page can say of the element, its inline style included (CSS Cascade: for important rules
 * the inner context wins), so nothing need watch for tampering. No transform, opacity or filter: under them the frame can't
 * know that it is seen.
 * Not the top layer: it would lift the frame over what the page puts there on purpose, its dialogs included; and where
 * the page covers the frame, the frame notices and takes no orders.
 * `color-scheme` hands the user's own preference on to the frame, whatever the page's. The grip is the border.
 */
export function sheetsOf({ side, room }: { side: Place["side"]; room: boolean }): Place["sheets"] {
  const open = `top:0;bottom:0;cursor:ew-resize;border-${side === "left" ? "right" : "left"}:${gripWidth}px solid #8886`
  const collapsed = `top:calc(var(--top)*(100vh - ${tab.height}px));cursor:pointer`
  return [
    sheet(side, collapsed) + tabFrame,
    sheet(side, open),
    room ? roomSheet(side) : "",
    room && side === "right" ? fixedSheet : "",
  ]
}

function sheet(side: Place["side"], box: string): string {
  const host = `all:initial;color-scheme:light dark;background:Canvas;display:flex;position:fixed;z-index:2147483647;touch-action:none;${side}:0;${box};`
  return (
    `:host{${host.replaceAll(";", "!important;")}}@media print{:host{display:none!important}}` +
    `:host(:active) iframe{pointer-events:none}` +
    `iframe{border:0;width:var(--width);max-width:calc(100vw - ${gripWidth}px)}`
  )
}

/** Clicks and drags are the gate's: it need not wait for the worker. Keys are the page's in the frame. */
const tabFrame =
  `iframe{width:${tab.width}px;height:${tab.height}px;pointer-events:none}` +
  `:host(:hover) iframe,iframe:focus{width:${peekWidth}px;transition:width 0s ${peekAfter}}` +
  `:host(:active) iframe{width:${tab.width}px;transition:none}`

const keepsWidth = `clamp(0px,(100vw - ${leastPage}px - var(--lens))*999,var(--lens))`

/** The page's own sheet while it makes room: a margin as wide as panel and grip, as long as enough is left for the page. */
function roomSheet(side: Place["side"]): string {
  return (
    `:root{--lens:calc(var(--width) + ${gripWidth}px);margin-${side}:${keepsWidth}!important;width:auto!important}` +
    `body{max-width:100%!important}@media print{:root{margin-${side}:0!important}}`
  )
}

/**
 * A margin moves nothing that is fixed in the window: headers, docked composers, utility bars. Under a transform they are fixed in
 * the page's body instead. At the left edge it would move menus that scripts place by the window's coordinates.
 */
const fixedSheet = `body{transform:translate(0)!important;min-height:100vh!important}`
