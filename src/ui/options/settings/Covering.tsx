/** Whose customers are looked after for a while, and the manager's view. */
import { type SyntheticEvent, useState } from "react"

import type { Settings } from "~src/messaging/views/settings"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { Button, IconButton } from "~src/ui/base/Button"
import { Name } from "~src/ui/base/Name"
import { optionsText } from "~src/ui/strings/options"

import { FaultAlert } from "../shared/FaultAlert"
import { SelectField, Toggle } from "../shared/Fields"
import { useChange } from "../shared/use-change"
import { DateField } from "./DateFields"
import { spanFault, spanText } from "../shared/span"

const text = optionsText.covering

export function Covering({ settings }: { settings: Settings }) {
  const { change, fault } = useChange()
  const people = useWorkerQuery("vitally.admins", {}, ["settings"], { enabled: settings.vitally.connected })
  const admins = (people.data?.admins ?? []).filter(({ id }) => id !== settings.me?.adminId)
  return (
    <div className="card">
      {settings.covering.length === 0 ? (
        <p className="soft">{text.none}</p>
      ) : (
        <ul className="rows">
          {settings.covering.map((cover, index) => (
            <li key={`${cover.adminId}/${cover.from}/${index}`}>
              <span>
                <Name>{cover.name}</Name>, {spanText(cover)}
              </span>
              <IconButton
                icon="close"
                label={text.remove(cover.name)}
                onClick={() => change({ covering: settings.covering.filter((_, other) => other !== index) })}
              />
            </li>
          ))}
        </ul>
      )}
      {settings.vitally.connected ? (
        <AddCover admins={admins} onAdd={(cover) => change({ covering: [...settings.covering, cover] })} />
      ) : (
        <p className="field-hint">{text.connectFirst}</p>
      )}
      <Toggle
        label={text.manager}
        hint={text.managerHint}
        checked={settings.manager}
        onChange={(manager) => change({ manager })}
      />
      <FaultAlert fault={fault ?? people.fault} />
    </div>
  )
}

interface AddCoverProps {
  admins: { id: string; name: string; active: boolean }[]
  onAdd: (cover: Settings["covering"][number]) => void
}

function AddCover({ admins, onAdd }: AddCoverProps) {
  const [adminId, setAdminId] = useState("")
  const [from, setFrom] = useState("")
  const [to, setTo] = useState("")
  const [faults, setFaults] = useState<{ who?: string | undefined; when?: string | undefined }>({})
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const admin = admins.find(({ id }) => id === adminId)
    const next = { who: admin ? undefined : text.chooseFirst, when: spanFault({ from, to }) }
    setFaults(next)
    if (!admin || next.when) return
    onAdd({ adminId, name: admin.name, from, to })
    setAdminId("")
    setFrom("")
    setTo("")
  }
  return (
    <form className="pair" onSubmit={submit}>
      <SelectField
        label={text.who}
        value={adminId}
        fault={faults.who}
        options={[
          { value: "", label: text.choose },
          ...admins.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={setAdminId}
      />
      <DateField label={text.from} value={from} onChange={setFrom} fault={faults.when} />
      <DateField label={text.to} value={to} onChange={setTo} />
      <Button type="submit">{text.add}</Button>
    </form>
  )
}
