/** Which day it is, and how much of the workspace's limit reading in the background may use. */
import { useState } from "react"

import type { Settings } from "~src/messaging/views/settings"
import { optionsText } from "~src/ui/strings/options"

import { FaultAlert } from "../shared/FaultAlert"
import { SelectField, TextField } from "../shared/Fields"
import { numberOf, textOf } from "../shared/number-text"
import { useChange } from "../shared/use-change"

const text = optionsText.reading

export function Reading({ settings }: { settings: Settings }) {
  const { change, fault } = useChange()
  return (
    <div className="card">
      <TimeZone settings={settings} onChange={(timeZone) => change({ timeZone })} />
      <Share settings={settings} onChange={(backgroundShare) => change({ sync: { backgroundShare } })} />
      <FaultAlert fault={fault} />
    </div>
  )
}

interface Props<T> {
  settings: Settings
  onChange: (value: T) => unknown
}

function TimeZone({ settings: { timeZone, locked }, onChange }: Props<string>) {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const zones = Intl.supportedValuesOf("timeZone")
  // One that only the worker's browser knows by this name, such as an old alias.
  const known = timeZone === "" || zones.includes(timeZone) ? zones : [timeZone, ...zones]
  return (
    <SelectField
      label={text.timeZone}
      hint={text.timeZoneHint(timeIn(timeZone || own))}
      value={timeZone}
      locked={locked.includes("timeZone")}
      options={[
        { value: "", label: text.browsers(own) },
        ...known.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
      ]}
      onChange={onChange}
    />
  )
}

/** "Wed 25 Nov, 15:48" there and now, so that a wrong choice is seen. */
function timeIn(timeZone: string): string {
  const parts = {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  } as const
  try {
    return new Intl.DateTimeFormat("en-GB", { ...parts, timeZone }).format(new Date())
  } catch {
    return new Intl.DateTimeFormat("en-GB", parts).format(new Date())
  }
}

const least = 0.05

/** Typed in per cent; saved on leaving the field, so that "3" on the way to "30" is never in force. */
function Share({ settings: { sync, locked }, onChange }: Props<number>) {
  const [typed, setTyped] = useState<string | null>(null)
  const value = typed === null ? sync.backgroundShare : numberOf(typed, "percent")
  const usable = value !== undefined && value >= least && value <= 1
  return (
    <TextField
      label={text.share}
      hint={text.shareHint}
      value={typed ?? textOf(sync.backgroundShare, "percent")}
      inputMode="decimal"
      suffix="%"
      locked={locked.includes("sync.backgroundShare")}
      fault={usable ? undefined : text.shareFault}
      onChange={setTyped}
      onBlur={() => {
        if (!usable || typed === null) return
        setTyped(null)
        if (value !== sync.backgroundShare) onChange(value)
      }}
    />
  )
}
