import type { SyntheticEvent } from "react"

import type { Channel, Direction } from "~src/domain/facts"
import { useKeptForm } from "~src/store/use-form"
import { useQueuedWrite } from "~src/store/use-write"

import { Button, Disclosure, Popover, SelectField, TextField, usePopoverClose } from "../../base"
import { channelWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { DiscardTyped } from "../shared/TypedLine"
import { useGuarded } from "../shared/VisibilityGuard"

const words = panel.contact
const common: Channel[] = ["email", "slack", "zoom", "call", "meeting", "in-person"]

interface Details {
  channel: Channel
  direction: Direction
  /** A calendar date; today where empty. */
  day?: string
  note?: string
  alsoSalesforce?: boolean
}

/** Two clicks for the common kinds: this button, then the channel. */
export function LogTouch({ text = words.log, primary = false }: { text?: string; primary?: boolean }) {
  return (
    <Popover
      label={text}
      text={text}
      icon={primary ? undefined : "plus"}
      kind={primary ? "primary" : "quiet"}
      className="log-touch"
    >
      <Choices />
    </Popover>
  )
}

/** The form of another day or a note; kept until it is sent. */
export function useTouchForm() {
  const { account, settings, today } = useAccount()
  return useKeptForm(account.id, "touch", {
    channel: "email",
    direction: "outbound",
    day: today,
    note: "",
    also: settings?.touches.alsoSalesforce ? "yes" : "",
  })
}

function Choices() {
  const { account } = useAccount()
  const guarded = useGuarded()
  const close = usePopoverClose()
  const write = useQueuedWrite()
  const form = useTouchForm()

  const log = (event: SyntheticEvent, details: Details, clear: () => () => void = () => () => undefined) =>
    guarded(event, () => {
      close()
      const { channel, direction, day, note, alsoSalesforce } = details
      const restore = clear()
      void write(
        "touch.log",
        {
          accountId: account.id,
          channel,
          direction,
          at: instantOf(day),
          ...(note ? { note } : {}),
          // Not asked: as the settings say, where somebody is signed in.
          ...(alsoSalesforce === undefined ? {} : { alsoSalesforce }),
        },
        words.logged(channelWords[channel]),
      ).then((stored) => {
        if (!stored) restore()
      })
    })

  return (
    <div className="log-choices">
      <p className="log-title">{words.logTitle}</p>
      <div className="choices">
        {common.map((channel) => (
          <Button key={channel} onClick={(event) => log(event, { channel, direction: "outbound" })}>
            {channelWords[channel]}
          </Button>
        ))}
      </div>
      <Disclosure summary={<span>{words.details}</span>} open={form.typed}>
        <LogForm form={form} onSave={(event, details) => log(event, details, form.clear)} />
      </Disclosure>
    </div>
  )
}

interface FormProps {
  form: ReturnType<typeof useTouchForm>
  onSave: (event: SyntheticEvent, details: Details) => void
}

function LogForm({ form, onSave }: FormProps) {
  const { account, today } = useAccount()
  const { day, note, also } = form.fields
  const channel = form.fields.channel as Channel
  const direction = form.fields.direction as Direction
  const asks = account.salesforce.state === "on"
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        onSave(event, {
          channel,
          direction,
          note: note.trim(),
          ...(asks ? { alsoSalesforce: also !== "" } : {}),
          ...(day === today ? {} : { day }),
        })
      }}
    >
      <div className="form-pair">
        <SelectField
          label={words.channel}
          value={channel}
          onChange={(event) => form.set({ channel: event.target.value })}
        >
          {[...common, "other" as const].map((one) => (
            <option key={one} value={one}>
              {channelWords[one]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={words.day}
          type="date"
          max={today}
          required
          value={day}
          onChange={(event) => form.set({ day: event.target.value })}
        />
      </div>
      <SelectField
        label={words.direction}
        value={direction}
        onChange={(event) => form.set({ direction: event.target.value })}
      >
        <option value="outbound">{words.fromUs}</option>
        <option value="inbound">{words.fromThem}</option>
        <option value="both">{words.bothWays}</option>
      </SelectField>
      <TextField
        label={words.note}
        name="note"
        value={note}
        maxLength={500}
        onChange={(event) => form.set({ note: event.target.value })}
      />
      {asks ? (
        <label className="check">
          <input
            type="checkbox"
            checked={also !== ""}
            onChange={(event) => form.set({ also: event.target.checked ? "yes" : "" })}
          />
          {words.also}
        </label>
      ) : null}
      <div className="form-save">
        <Button kind="primary" type="submit">
          {words.save}
        </Button>
        <DiscardTyped form={form} />
      </div>
    </form>
  )
}

/** Now, or noon of a day: the system keeps a moment, the user knows only the day. */
function instantOf(day: string | undefined): string {
  return (day ? new Date(`${day}T12:00:00`) : new Date()).toISOString()
}
