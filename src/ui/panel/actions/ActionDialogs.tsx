import { useState } from "react"

import type { Action } from "~src/domain/assessment"

import { useKeptForm } from "~src/store/use-form"

import { Button, Dialog, TextField } from "../../base"
import { addDays } from "../../base/format"
import { base } from "../../strings/base"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { useActionWrites } from "./use-action-writes"

const words = panel.actions

interface Props {
  action: Action
  onClose: () => void
}

/** Asks why: a reason given is what the next reader sees, and what a later change of facts is held against. */
export function DismissDialog({ action, onClose }: Props) {
  const { dismiss } = useActionWrites()
  const { account } = useAccount()
  const form = useKeptForm(account.id, `dismiss:${action.id}`, { chosen: words.reasons[0] ?? "", own: "" })
  const { chosen, own } = form.fields
  const other = chosen === words.otherReason
  const reason = other ? own.trim() : chosen
  return (
    <Dialog title={words.dismissTitle(action.title)} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!reason) return
          onClose()
          dismiss(event, action, reason)
        }}
      >
        <fieldset className="radios">
          <legend>{words.dismissWhy}</legend>
          {[...words.reasons, words.otherReason].map((one) => (
            <label key={one} className="check">
              <input
                type="radio"
                name="reason"
                checked={chosen === one}
                onChange={() => form.set({ chosen: one })}
              />
              {one}
            </label>
          ))}
        </fieldset>
        {other ? (
          <TextField
            label={words.otherReason}
            hideLabel
            required
            maxLength={200}
            value={own}
            onChange={(event) => form.set({ own: event.target.value })}
          />
        ) : null}
        <p className="field-hint">{words.dismissHint}</p>
        <div className="form-buttons">
          <Button
            onClick={() => {
              form.clear()
              onClose()
            }}
          >
            {base.cancel}
          </Button>
          <Button kind="primary" type="submit">
            {words.dismissDo}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

export function SnoozeDialog({ action, onClose }: Props) {
  const { today } = useAccount()
  const { snooze } = useActionWrites()
  const first = addDays(today, 1)
  const [day, setDay] = useState(first)
  return (
    <Dialog title={words.snooze} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          onClose()
          snooze(event, action, day)
        }}
      >
        <p>{action.title}</p>
        <TextField
          label={words.day}
          type="date"
          required
          min={first}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <div className="form-buttons">
          <Button onClick={onClose}>{base.cancel}</Button>
          <Button kind="primary" type="submit">
            {words.snooze}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
