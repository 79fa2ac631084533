import { type SyntheticEvent, useState } from "react"

import type { Channel, Direction } from "~src/domain/facts"
import { useQueuedWrite } from "~src/store/use-write"

import { Button, Disclosure, Popover, SelectField, TextField, usePopoverClose } from "../../base"
import { channelWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
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

function Choices() {
  const { account } = useAccount()
  const guarded = useGuarded()
  const close = usePopoverClose()
  const write = useQueuedWrite()

  const log = (event: SyntheticEvent, details: Details) =>
    guarded(event, () => {
      close()
      const { channel, direction, day, note, alsoSalesforce } = details
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
      )
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
      <Disclosure summary={<span>{words.details}</span>}>
        <LogForm onSave={log} />
      </Disclosure>
    </div>
  )
}

function LogForm({ onSave }: { onSave: (event: SyntheticEvent, details: Details) => void }) {
  const { account, settings, today } = useAccount()
  const [channel, setChannel] = useState<Channel>("email")
  const [direction, setDirection] = useState<Direction>("outbound")
  const [day, setDay] = useState(today)
  const [note, setNote] = useState("")
  const [also, setAlso] = useState(settings?.touches.alsoSalesforce ?? false)
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
          ...(asks ? { alsoSalesforce: also } : {}),
          ...(day === today ? {} : { day }),
        })
      }}
    >
      <div className="form-pair">
        <SelectField
          label={words.channel}
          value={channel}
          onChange={(event) => setChannel(event.target.value as Channel)}
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
          onChange={(event) => setDay(event.target.value)}
        />
      </div>
      <SelectField
        label={words.direction}
        value={direction}
        onChange={(event) => setDirection(event.target.value as Direction)}
      >
        <option value="outbound">{words.fromUs}</option>
        <option value="inbound">{words.fromThem}</option>
        <option value="both">{words.bothWays}</option>
      </SelectField>
      <TextField
        label={words.note}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
      />
      {asks ? (
        <label className="check">
          <input type="checkbox" checked={also} onChange={(event) => setAlso(event.target.checked)} />
          {words.also}
        </label>
      ) : null}
      <Button kind="primary" type="submit">
        {words.save}
      </Button>
    </form>
  )
}

/** Now, or noon of a day: the system keeps a moment, the user knows only the day. */
function instantOf(day: string | undefined): string {
  return (day ? new Date(`${day}T12:00:00`) : new Date()).toISOString()
}
