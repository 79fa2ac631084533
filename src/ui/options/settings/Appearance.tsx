/** Theme, density, and where and in which order the panel shows its sections. */
import type { Settings } from "~src/messaging/views/settings"
import { optionsText } from "~src/ui/strings/options"

import { FaultAlert } from "../shared/FaultAlert"
import { Radios, Toggle } from "../shared/Fields"
import { useChange } from "../shared/use-change"
import { PanelOrder } from "./PanelOrder"

const text = optionsText.appearance

export function Appearance({ settings }: { settings: Settings }) {
  const { change, fault } = useChange()
  const isLocked = (path: string) => settings.locked.includes(path)
  return (
    <>
      <div className="card">
        <Radios
          legend={text.theme}
          value={settings.appearance.theme}
          options={text.themes}
          onChange={(theme) => change({ appearance: { theme } })}
        />
        <Radios
          legend={text.density}
          value={settings.appearance.density}
          options={text.densities}
          onChange={(density) => change({ appearance: { density } })}
        />
        <FaultAlert fault={fault} />
      </div>
      <div className="card">
        <h3>{text.panel}</h3>
        <Radios
          legend={text.mode}
          value={settings.panel.mode}
          options={text.modes}
          locked={isLocked("panel.mode")}
          onChange={(mode) => change({ panel: { mode } })}
        />
        <Toggle
          label={text.keys}
          hint={text.keysHint}
          checked={settings.panel.keys}
          locked={isLocked("panel.keys")}
          onChange={(keys) => change({ panel: { keys } })}
        />
        <PanelOrder panel={settings.panel} onChange={(panel) => change({ panel })} />
      </div>
    </>
  )
}
