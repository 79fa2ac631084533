/** What the panel's regions are called, in the panel and where they are arranged in the options. */
import type { PanelSection } from "~src/messaging/views/settings"

export const sectionNames: Record<PanelSection, string> = {
  tier: "Tier",
  health: "Health",
  contact: "Last contact",
  renewal: "Renewal",
  actions: "Recommended actions",
  tasks: "Open tasks",
  contacts: "Key contacts",
  more: "More",
}
