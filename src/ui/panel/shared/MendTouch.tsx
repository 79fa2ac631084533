import type { MendField, OutboxItem } from "~src/messaging/contract"
import { useKeptForm } from "~src/store/use-form"
import { useWrite } from "~src/store/use-write"

import { Button, Disclosure, SelectField, TextField } from "../../base"
import { panel } from "../../strings/panel"
import { useAccount } from "./panel-context"
import { DiscardTyped } from "./TypedLine"
import { useGuarded } from "./VisibilityGuard"

const words = panel.outbox

/** Changes a touch that Salesforce refused, and sends it again: its words, and the fields that the org asked for. */
export function MendTouch({ item }: { item: OutboxItem }) {
  const guarded = useGuarded()
  const send = useWrite("outbox.mend")
  const { mendable, fault, id } = item
  const { account } = useAccount()
  const asked = fault?.mend ?? []
  const form = useKeptForm<Record<string, string>>(account.id, `mend:${id}`, {
    subject: mendable?.subject ?? "",
    note: mendable?.note ?? "",
    ...Object.fromEntries(asked.map(({ name }) => [fieldOf(name), ""])),
  })
  if (!mendable) return null
  const { subject = "", note = "" } = form.fields
  const fields = Object.fromEntries(asked.map(({ name }) => [name, form.fields[fieldOf(name)] ?? ""]))
  return (
    <Disclosure summary={<span>{words.mend}</span>} open={asked.length > 0 || form.typed}>
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
          onChange={(event) => form.set({ subject: event.target.value })}
        />
        <TextField
          label={words.note}
          maxLength={500}
          value={note}
          onChange={(event) => form.set({ note: event.target.value })}
        />
        {asked.map((field) => (
          <AskedField
            key={field.name}
            field={field}
            value={fields[field.name] ?? ""}
            onChange={(value) => form.set({ [fieldOf(field.name)]: value })}
          />
        ))}
        <div className="form-save">
          <Button kind="primary" type="submit">
            {words.sendMended}
          </Button>
          <DiscardTyped form={form} />
        </div>
      </form>
    </Disclosure>
  )
}

const fieldOf = (name: string) => `field:${name}`

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
