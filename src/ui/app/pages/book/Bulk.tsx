import { useState } from "react"

import type { Channel } from "~src/domain/facts"
import type { BookRow } from "~src/messaging/views/lists"
import { useForm } from "~src/store/use-form"
import { Button, Dialog, SelectField, TaskForm, TextField } from "~src/ui/base"
import { addDays } from "~src/ui/base/format"
import { book } from "~src/ui/strings/book"

import { useBulkWrite } from "../../shared/use-bulk-write"

const words = book.bulk
const channels: readonly Channel[] = ["email", "slack", "zoom", "call", "in-person"]

interface Props {
  chosen: ReadonlyMap<string, BookRow>
  today: string
  onDone: () => void
}

/** What can be done with several customers at once; each act is one press to undo. */
export function Bulk({ chosen, today, onDone }: Props) {
  const [act, setAct] = useState<"task" | "touch" | "snooze" | null>(null)
  const taskForm = useForm({ name: "", dueOn: "" })
  const write = useBulkWrite()
  const rows = [...chosen.values()]
  const ids = rows.map(({ id }) => id)
  const close = () => setAct(null)
  const done = () => {
    close()
    onDone()
  }
  return (
    <div className="bulk" role="region" aria-label={words.label}>
      <strong>{words.chosen(ids.length)}</strong>
      <Button icon="plus" onClick={() => setAct("task")}>
        {words.task}
      </Button>
      <Button icon="mail" onClick={() => setAct("touch")}>
        {words.touch}
      </Button>
      <Button icon="clock" onClick={() => setAct("snooze")}>
        {words.snooze}
      </Button>
      <Button kind="quiet" onClick={onDone}>
        {words.clear}
      </Button>
      {act === "task" ? (
        <Dialog title={words.taskTitle(ids.length)} onClose={close}>
          <TaskForm
            today={today}
            form={taskForm}
            nameField={null}
            onSave={(_event, task) => {
              const saved = write.tasks(ids, task, words.taskDone(task.name, ids.length))
              void saved.then((stored) => stored && done())
              return saved
            }}
          />
        </Dialog>
      ) : null}
      {act === "touch" ? (
        <TouchDialog
          count={ids.length}
          onClose={close}
          onSave={(channel, note) =>
            void write
              .touches(ids, { channel, note }, words.touchDone(ids.length))
              .then((stored) => stored && done())
          }
        />
      ) : null}
      {act === "snooze" ? (
        <SnoozeDialog
          count={rows.filter(({ topActions }) => topActions?.[0]).length}
          first={addDays(today, 7)}
          today={today}
          onClose={close}
          onSave={(until) =>
            void write
              .snooze(
                rows.flatMap(({ id, topActions }) =>
                  topActions?.[0] ? { accountId: id, actionId: topActions[0].id } : [],
                ),
                until,
                words.snoozeDone(until),
              )
              .then((stored) => stored && done())
          }
        />
      ) : null}
    </div>
  )
}

function TouchDialog({
  count,
  onClose,
  onSave,
}: {
  count: number
  onClose: () => void
  onSave: (channel: Channel, note: string) => void
}) {
  const [channel, setChannel] = useState<Channel>("email")
  const [note, setNote] = useState("")
  return (
    <Dialog title={words.touchTitle(count)} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          onSave(channel, note.trim())
        }}
      >
        <SelectField
          label={words.channel}
          value={channel}
          onChange={(event) => setChannel(event.target.value as Channel)}
        >
          {channels.map((one) => (
            <option key={one} value={one}>
              {words.channels[one]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={words.note}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button kind="primary" type="submit">
          {words.touchSave}
        </Button>
      </form>
    </Dialog>
  )
}

function SnoozeDialog({
  count,
  first,
  today,
  onClose,
  onSave,
}: {
  count: number
  first: string
  today: string
  onClose: () => void
  onSave: (until: string) => void
}) {
  const [until, setUntil] = useState(first)
  return (
    <Dialog title={words.snoozeTitle(count)} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (until) onSave(until)
        }}
      >
        <TextField
          label={words.until}
          type="date"
          required
          min={addDays(today, 1)}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
        <Button kind="primary" type="submit" disabled={count === 0}>
          {words.snoozeSave}
        </Button>
      </form>
    </Dialog>
  )
}
