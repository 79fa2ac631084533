import { useRef } from "react"

import { useKeptForm } from "~src/store/use-form"
import { useQueuedWrite } from "~src/store/use-write"
import { useOpen } from "~src/store/view-memory"

import { Disclosure, TaskForm } from "../../base"
import { base } from "../../strings/base"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { DiscardTyped, TypedLine } from "../shared/TypedLine"
import { useGuarded } from "../shared/VisibilityGuard"

/** A new task for this customer; the form stays, ready for the next. */
export function AddTask() {
  const { account, today } = useAccount()
  const guarded = useGuarded()
  const queue = useQueuedWrite()
  const [open, setOpen] = useOpen(account.id, "add-task")
  const nameField = useRef<HTMLInputElement>(null)
  const form = useKeptForm(account.id, "task", { name: "", dueOn: "" })
  return (
    <>
      {open ? null : <TypedLine form={form} text={form.fields.name} onContinue={() => setOpen(true)} />}
      <Disclosure className="add-task" open={open} onToggle={setOpen} summary={<span>{base.task.add}</span>}>
        <TaskForm
          today={today}
          form={form}
          nameField={nameField}
          besideSave={<DiscardTyped form={form} />}
          onSave={(event, task) => {
            let stored: Promise<boolean> | undefined
            guarded(event, () => {
              if (task.name === "") return
              nameField.current?.focus()
              stored = queue("task.add", { accountId: account.id, ...task }, panel.tasks.added(task.name))
            })
            return stored
          }}
        />
      </Disclosure>
    </>
  )
}
