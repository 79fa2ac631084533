import { useRef, useState } from "react"

import type { CalendarDate } from "~src/domain/facts"
import type { SearchHit } from "~src/messaging/contract"
import { useQueuedWrite } from "~src/store/use-write"

import { Button, Disclosure, TextField } from "../base"
import { popup } from "../strings/popup"
import { CustomerCombobox } from "./CustomerCombobox"

const words = popup.add

/** A new task for any customer. */
export function AddTask({ today }: { today: CalendarDate }) {
  const [open, setOpen] = useState(false)
  return (
    <Disclosure className="add-task" open={open} onToggle={setOpen} summary={<span>{words.open}</span>}>
      {open ? <AddTaskForm today={today} onAdded={() => setOpen(false)} /> : null}
    </Disclosure>
  )
}

function AddTaskForm({ today, onAdded }: { today: CalendarDate; onAdded: () => void }) {
  const queue = useQueuedWrite()
  const [customer, setCustomer] = useState<SearchHit | null>(null)
  const [name, setName] = useState("")
  const [dueOn, setDueOn] = useState(today)
  const [asked, setAsked] = useState(false)
  const nameField = useRef<HTMLDivElement>(null)

  const save = async () => {
    const wanted = name.trim()
    setAsked(true)
    if (!customer || wanted === "") return
    const request = { accountId: customer.id, name: wanted, ...(dueOn ? { dueOn } : {}) }
    if (await queue("task.add", request, words.added(wanted))) onAdded()
  }

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="field">
        <span className="field-label" aria-hidden="true">
          {words.customer}
        </span>
        <CustomerCombobox
          label={words.customer}
          onPick={(hit) => {
            setCustomer(hit)
            nameField.current?.querySelector("input")?.focus()
            return hit.name
          }}
          onClear={() => setCustomer(null)}
        />
        {asked && !customer ? (
          <p className="field-error" role="alert">
            {words.choose}
          </p>
        ) : null}
      </div>
      <div className="form-pair" ref={nameField}>
        <TextField
          label={words.name}
          required
          maxLength={250}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={words.due}
          type="date"
          min={today}
          value={dueOn}
          onChange={(event) => setDueOn(event.target.value)}
        />
      </div>
      <Button kind="primary" type="submit">
        {words.save}
      </Button>
    </form>
  )
}
