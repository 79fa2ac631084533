/** The settings page's sections, in the order they are shown. */
import type { ReactNode } from "react"

import type { Status } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"

import { Connections } from "./connections/Connections"

export interface SectionEntry {
  /** The anchor: `options.html#policy` opens there. */
  id: string
  title: string
  render: (settings: Settings, status: Status | undefined) => ReactNode
}

export const sections: SectionEntry[] = [
  {
    id: "connections",
    title: "Connections",
    render: (settings, status) => <Connections settings={settings} status={status} />,
  },
]
