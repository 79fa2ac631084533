import { useRef, useState } from "react"

import { useQueuedWrite } from "~src/store/use-write"
import { useOpen } from "~src/store/view-memory"

import { Button, Disclosure, TextField } from "../../base"
import { panel } from "../../strings/panel"
import { useAccount } from "../panel-context"
import { useGuarded } from "../VisibilityGuard"

const words = panel.tasks

export function AddTask() {
  const { account, today } = useAccount()
  const guarded = useGuarded()
  const queue = useQueuedWrite()
  const [open, setOpen] = useOpen(account.id, "add-task")
  const [name, setName] = useState("")
  const [dueOn, setDueOn] = useState("")
  const form = useRef<HTMLFormElement>(null)

  const add = (event: React.SyntheticEvent) =>
    guarded(event, () => {
      const wanted = name.trim()
      if (!wanted) return
      setName("")
      setDueOn("")
      form.current?.querySelector("input")?.focus()
      void queue(
        "task.add",
        { accountId: account.id, name: wanted, ...(dueOn ? { dueOn } : {}) },
        words.added(wanted),
      ).then((stored) => {
        // Refused: what was typed comes back.
        if (!stored) setName(wanted)
      })
    })

  return (
    <Disclosure className="add-task" open={open} onToggle={setOpen} summary={<span>{words.add}</span>}>
      <form
        ref={form}
        className="form form-task"
        onSubmit={(event) => {
          event.preventDefault()
          add(event)
        }}
      >
        <TextField
          label={words.name}
          required
          maxLength={250}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={words.day}
          type="date"
          min={today}
          value={dueOn}
          onChange={(event) => setDueOn(event.target.value)}
        />
        <Button kind="primary" type="submit">
          {words.addDo}
        </Button>
      </form>
    </Disclosure>
  )
}
