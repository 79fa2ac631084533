import type { ReactNode, Ref, SyntheticEvent } from "react"

import type { CalendarDate } from "~src/domain/facts"
import type { Form } from "~src/store/use-form"

import { base } from "../strings/base"
import { Button } from "./Button"
import { TextField } from "./Field"

interface NewTask {
  name: string
  dueOn?: CalendarDate
}

interface Props {
  today: CalendarDate
  /** No due date where `dueOn` is empty. */
  form: Form<{ name: string; dueOn: CalendarDate }>
  /** Undefined where it could not be asked for now; else whether it was stored. */
  onSave: (event: SyntheticEvent, task: NewTask) => Promise<boolean> | undefined
  nameField: Ref<HTMLInputElement>
  /** Fields before the task's own. */
  children?: ReactNode
  besideSave?: ReactNode
}

/** A new task's name and due date. The name leaves at once when saved, and comes back where it was refused. */
export function TaskForm({ today, form, onSave, nameField, children, besideSave }: Props) {
  const { name, dueOn } = form.fields
  const save = (event: SyntheticEvent) => {
    const saving = onSave(event, { name: name.trim(), ...(dueOn ? { dueOn } : {}) })
    if (!saving) return
    const restore = form.clear()
    void saving.then((stored) => {
      if (!stored) restore()
    })
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        save(event)
      }}
    >
      {children}
      <div className="form-task">
        <TextField
          ref={nameField}
          label={base.task.name}
          required
          maxLength={250}
          value={name}
          onChange={(event) => form.set({ name: event.target.value })}
        />
        <TextField
          label={base.task.due}
          type="date"
          min={today}
          value={dueOn}
          onChange={(event) => form.set({ dueOn: event.target.value })}
        />
      </div>
      <div className="form-save">
        <Button kind="primary" type="submit">
          {base.task.save}
        </Button>
        {besideSave}
      </div>
    </form>
  )
}
