/** What the number on the toolbar button counts. */
import type { Settings } from "~src/messaging/views/settings"
import { optionsText } from "~src/ui/strings/options"

import { FaultAlert } from "../shared/FaultAlert"
import { Radios } from "../shared/Fields"
import { useChange } from "../shared/use-change"

const text = optionsText.badge

export function Badge({ settings }: { settings: Settings }) {
  const { change, fault } = useChange()
  return (
    <div className="card">
      <Radios
        legend={text.counts}
        value={settings.badge.counts}
        options={text.choices}
        locked={settings.locked.includes("badge.counts")}
        onChange={(counts) => change({ badge: { counts } })}
      />
      <p className="field-hint">{settings.manager ? text.manager : text.hint}</p>
      <FaultAlert fault={fault} />
    </div>
  )
}
