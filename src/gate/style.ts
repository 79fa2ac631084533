import type { Place } from "~src/messaging/gate-protocol"

/** Height and width of the collapsed tab, pixels. */
export const TAB_SIZE = 36
/** Width of the grip beside the frame, pixels. Beside, not over it: a frame with something over it is not "visible". */
export const GRIP_WIDTH = 6

/**
 * The whole sheet for a place. `:host` rules with `!important` inside a shadow tree beat everything the page can say of the
 * element, its inline style included (CSS Cascade: for important rules the inner context wins), so nothing need watch for
 * tampering. No transform, opacity or filter: under them the frame can't know that it is seen.
 * Not the top layer: it would lift the frame over what the page puts there on purpose, its dialogs included; and where
 * the page covers the frame, the frame notices and takes no orders.
 * `color-scheme` hands the user's own preference on to the frame, whatever the page's. The grip is the border; the tab's
 * picture is a lens.
 */
export function sheetOf({ side, width, tabTop }: Place, isOpen: boolean): string {
  const box = isOpen
    ? `top:0;bottom:0;cursor:ew-resize;border-${side === "left" ? "right" : "left"}:${GRIP_WIDTH}px solid #8886`
    : `top:calc(${tabTop}*(100vh - ${TAB_SIZE}px))`
  const host = `all:initial;color-scheme:light dark;background:Canvas;display:flex;position:fixed;z-index:2147483647;touch-action:none;${side}:0;${box};`
  return (
    `:host{${host.replaceAll(";", "!important;")}}@media print{:host{display:none!important}}` +
    `:host(:active) iframe{pointer-events:none}` +
    `*{border:0}iframe{width:${width}px;max-width:calc(100vw - ${GRIP_WIDTH}px)}` +
    `button{width:${TAB_SIZE}px;height:${TAB_SIZE}px;background:radial-gradient(#10708f 5px,#fff 6px 8px,#10708f 9px)}`
  )
}
