import { useState } from "react"

import type { MendField, OutboxItem } from "~src/messaging/contract"
import { useWrite } from "~src/store/use-write"

import { Button, Disclosure, SelectField, TextField } from "../../base"
import { panel } from "../../strings/panel"
import { useGuarded } from "./VisibilityGuard"

const words = panel.outbox

/** Changes a touch that Salesforce refused, and sends it again: its words, and the fields that the org asked for. */
export function MendTouch({ item }: { item: OutboxItem }) {
  const guarded = useGuarded()
  const send = useWrite("outbox.mend")
  const { mendable, fault, id } = item
  const [subject, setSubject] = useState(mendable?.subject ?? "")
  const [note, setNote] = useState(mendable?.note ?? "")
  const [fields, setFields] = useState<Record<string, string>>({})
  if (!mendable) return null
  const asked = fault?.mend ?? []
  return (
    <Disclosure summary={<span>{words.mend}</span>} open={asked.length > 0}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          guarded(event, () => send.mutate({ id, subject: subject.trim(), note: note.trim(), fields }))
        }}
      >
        <TextField
          label={words.subject}
          required
          maxLength={255}
          value={subject}
          onChange={(event) => setSubject(event.target.value)}
        />
        <TextField
          label={words.note}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {asked.map((field) => (
          <AskedField
            key={field.name}
            field={field}
            value={fields[field.name] ?? ""}
            onChange={(value) => setFields({ ...fields, [field.name]: value })}
          />
        ))}
        <Button kind="primary" type="submit">
          {words.sendMended}
        </Button>
      </form>
    </Disclosure>
  )
}

interface AskedFieldProps {
  field: MendField
  value: string
  onChange: (value: string) => void
}

function AskedField({ field: { label, values }, value, onChange }: AskedFieldProps) {
  if (!values)
    return (
      <TextField
        label={label}
        required
        maxLength={255}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  return (
    <SelectField label={label} required value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{words.choose}</option>
      {values.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </SelectField>
  )
}
