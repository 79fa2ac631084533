/** The settings page's sections, in the order they are shown. */
import type { ReactNode } from "react"

import { hasConsent } from "~src/messaging/consent"
import type { Status } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"
import type { optionsText } from "~src/ui/strings/options"

import { ConsentCard } from "./consent/ConsentCard"
import { ConsentGiven } from "./consent/ConsentGiven"
import { CorrectionsSection } from "./corrections/CorrectionsSection"
import { Connections } from "./connections/Connections"
import { Diagnostics } from "./data/Diagnostics"
import { StoredData } from "./data/StoredData"
import { WorkspaceCheck } from "./data/WorkspaceCheck"
import { HandLinks } from "./links/HandLinks"
import { LinksSection } from "./links/LinksSection"
import { PolicySection } from "./policy/PolicySection"
import { Appearance } from "./settings/Appearance"
import { Badge } from "./settings/Badge"
import { Covering } from "./settings/Covering"
import { Reading } from "./settings/Reading"
import { Reminders } from "./settings/Reminders"
import { MappingWords } from "./traits/MappingWords"
import { TraitMapping } from "./traits/TraitMapping"

export interface SectionEntry {
  /** The anchor: `options.html#policy` opens there. */
  id: keyof typeof optionsText.sections
  render: (settings: Settings, status: Status | undefined) => ReactNode
}

export const sections: SectionEntry[] = [
  {
    id: "connections",
    render: (settings, status) =>
      hasConsent(settings) ? (
        <Connections settings={settings} status={status} />
      ) : (
        <ConsentCard settings={settings} />
      ),
  },
  { id: "policy", render: () => <PolicySection /> },
  {
    id: "traits",
    render: ({ vitally }) => (
      <>
        <TraitMapping connected={vitally.connected} />
        <MappingWords connected={vitally.connected} />
      </>
    ),
  },
  { id: "corrections", render: () => <CorrectionsSection /> },
  { id: "links", render: () => <LinksSection /> },
  { id: "reading", render: (settings) => <Reading settings={settings} /> },
  { id: "appearance", render: (settings) => <Appearance settings={settings} /> },
  { id: "badge", render: (settings) => <Badge settings={settings} /> },
  { id: "reminders", render: (settings) => <Reminders settings={settings} /> },
  { id: "covering", render: (settings) => <Covering settings={settings} /> },
  { id: "handLinks", render: () => <HandLinks /> },
  { id: "privacy", render: (settings) => <ConsentGiven settings={settings} /> },
  { id: "data", render: () => <StoredData /> },
  { id: "check", render: (settings) => <WorkspaceCheck connected={settings.vitally.connected} /> },
  { id: "diagnostics", render: () => <Diagnostics /> },
]
