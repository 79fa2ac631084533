import { useRef, useState } from "react"

import type { CalendarDate } from "~src/domain/facts"
import type { SearchHit } from "~src/messaging/contract"
import { useForm } from "~src/store/use-form"
import { useQueuedWrite } from "~src/store/use-write"

import { Disclosure, TaskForm } from "../base"
import { base } from "../strings/base"
import { popup } from "../strings/popup"
import { CustomerCombobox } from "./CustomerCombobox"

const words = popup.add

/** A new task for any customer. */
export function AddTask({ today }: { today: CalendarDate }) {
  const [open, setOpen] = useState(false)
  return (
    <Disclosure className="add-task" open={open} onToggle={setOpen} summary={<span>{base.task.add}</span>}>
      {open ? <AddTaskForm today={today} onAdded={() => setOpen(false)} /> : null}
    </Disclosure>
  )
}

function AddTaskForm({ today, onAdded }: { today: CalendarDate; onAdded: () => void }) {
  const queue = useQueuedWrite()
  const [customer, setCustomer] = useState<SearchHit | null>(null)
  const [asked, setAsked] = useState(false)
  const nameField = useRef<HTMLInputElement>(null)
  const form = useForm({ name: "", dueOn: today })
  return (
    <TaskForm
      today={today}
      form={form}
      nameField={nameField}
      onSave={(_event, task) => {
        setAsked(true)
        if (!customer || task.name === "") return undefined
        const stored = queue("task.add", { accountId: customer.id, ...task }, words.added(task.name))
        void stored.then((done) => {
          if (done) onAdded()
        })
        return stored
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
            nameField.current?.focus()
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
    </TaskForm>
  )
}
