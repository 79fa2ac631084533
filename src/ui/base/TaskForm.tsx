import { type ReactNode, type Ref, type SyntheticEvent, useState } from "react"

import type { CalendarDate } from "~src/domain/facts"

import { base } from "../strings/base"
import { Button } from "./Button"
import { TextField } from "./Field"

interface NewTask {
  name: string
  dueOn?: CalendarDate
}

interface Props {
  today: CalendarDate
  /** The due date offered at first; none where absent. */
  dueAtFirst?: CalendarDate
  /** Undefined where it could not be asked for now; else whether it was stored. */
  onSave: (event: SyntheticEvent, task: NewTask) => Promise<boolean> | undefined
  nameField: Ref<HTMLInputElement>
  /** Fields before the task's own. */
  children?: ReactNode
}

/** A new task's name and due date. The name leaves at once when saved, and comes back where it was refused. */
export function TaskForm({ today, dueAtFirst = "", onSave, nameField, children }: Props) {
  const [name, setName] = useState("")
  const [dueOn, setDueOn] = useState(dueAtFirst)
  const save = (event: SyntheticEvent) => {
    const wanted = name.trim()
    const saving = onSave(event, { name: wanted, ...(dueOn ? { dueOn } : {}) })
    if (!saving) return
    setName("")
    setDueOn(dueAtFirst)
    void saving.then((stored) => {
      if (!stored) setName(wanted)
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
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={base.task.due}
          type="date"
          min={today}
          value={dueOn}
          onChange={(event) => setDueOn(event.target.value)}
        />
      </div>
      <Button kind="primary" type="submit">
        {base.task.save}
      </Button>
    </form>
  )
}
