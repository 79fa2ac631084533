import type { PanelSection, Settings } from "~src/messaging/views/settings"

/** What to do first, then why, then everything else. */
export const defaultOrder: readonly PanelSection[] = [
  "actions",
  "health",
  "contact",
  "renewal",
  "tasks",
  "contacts",
  "tier",
  "more",
]

/** The user's order without unknown or double entries, and with sections that a newer version added at its end. */
export function completeOrder(order: readonly PanelSection[] = defaultOrder): PanelSection[] {
  const known = order.filter(
    (section, index) => defaultOrder.includes(section) && order.indexOf(section) === index,
  )
  return [...known, ...defaultOrder.filter((section) => !known.includes(section))]
}

/** The sections that are shown, from top to bottom. */
export function shownOrder(panel: Pick<Settings["panel"], "order" | "hidden"> | undefined): PanelSection[] {
  return completeOrder(panel?.order).filter((section) => !panel?.hidden.includes(section))
}

/** The order with one section a place up or down; unchanged at the ends. */
export function move(order: readonly PanelSection[], section: PanelSection, by: -1 | 1): PanelSection[] {
  const from = order.indexOf(section)
  const to = from + by
  if (from < 0 || to < 0 || to >= order.length) return [...order]
  const next = order.filter((one) => one !== section)
  next.splice(to, 0, section)
  return next
}
