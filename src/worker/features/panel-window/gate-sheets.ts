import type { Place } from "~src/messaging/gate-protocol"

/** Height and width of the collapsed tab, pixels; the gate reckons with the same. */
export const tabSize = 36
/** Width of the grip beside the frame, pixels. Beside, not over it: a frame with something over it is not "visible". */
export const gripWidth = 6

/**
 * The sheets of the gate's element: made here, since the gate has 4 KB for everything. `:host` rules with `!important` inside a
 * shadow tree beat everything the page can say of the element, its inline style included (CSS Cascade: for important rules
 * the inner context wins), so nothing need watch for tampering. No transform, opacity or filter: under them the frame can't
 * know that it is seen.
 * Not the top layer: it would lift the frame over what the page puts there on purpose, its dialogs included; and where
 * the page covers the frame, the frame notices and takes no orders.
 * `color-scheme` hands the user's own preference on to the frame, whatever the page's. The grip is the border; the tab's
 * picture is a lens.
 */
export function sheetsOf(side: Place["side"]): Place["sheets"] {
  const open = `top:0;bottom:0;cursor:ew-resize;border-${side === "left" ? "right" : "left"}:${gripWidth}px solid #8886`
  return [sheet(side, `top:calc(var(--top)*(100vh - ${tabSize}px))`), sheet(side, open)]
}

function sheet(side: Place["side"], box: string): string {
  const host = `all:initial;color-scheme:light dark;background:Canvas;display:flex;position:fixed;z-index:2147483647;touch-action:none;${side}:0;${box};`
  return (
    `:host{${host.replaceAll(";", "!important;")}}@media print{:host{display:none!important}}` +
    `:host(:active) iframe{pointer-events:none}` +
    `*{border:0}iframe{width:var(--width);max-width:calc(100vw - ${gripWidth}px)}` +
    `button{width:${tabSize}px;height:${tabSize}px;background:radial-gradient(#10708f 5px,#fff 6px 8px,#10708f 9px)}`
  )
}
