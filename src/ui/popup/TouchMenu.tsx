import { type KeyboardEvent, useState } from "react"

import type { CalendarDate, Channel } from "~src/domain/facts"
import { useQueuedWrite } from "~src/store/use-write"

import {
  Button,
  Disclosure,
  Icon,
  type IconName,
  Popover,
  SelectField,
  TextField,
  usePopoverClose,
} from "../base"
import { noonOf } from "../base/noon-of"
import { channelWords } from "../strings/base"
import { touchForm } from "../strings/touch"
import { popup, touchChannels } from "../strings/popup"

const words = popup.overdue
const icons: Partial<Record<Channel, IconName>> = {
  email: "mail",
  slack: "chat",
  zoom: "video",
  call: "phone",
  "in-person": "people",
}

interface Props {
  accountId: string
  name: string
  today: CalendarDate
  /** Only a drawing, where the row has little room. */
  icon?: boolean
}

/** "Log touch": choose the channel, by click or number, and it is logged for now; with the way back for some seconds. */
export function TouchMenu({ accountId, name, today, icon }: Props) {
  return (
    <Popover
      label={words.touchOf(name)}
      text={icon ? undefined : words.touch}
      icon={icon ? "plus" : undefined}
      kind="secondary"
      className={icon ? "row-tool touch" : "touch"}
      dataKey="l"
    >
      <Channels accountId={accountId} name={name} today={today} />
    </Popover>
  )
}

function Channels({ accountId, name, today }: Props) {
  const close = usePopoverClose()
  const queue = useQueuedWrite()
  const log = (channel: Channel, more: { at?: string; note?: string } = {}) => {
    close()
    void queue(
      "touch.log",
      { accountId, channel, direction: "outbound", at: new Date().toISOString(), ...more },
      words.logged(channelWords[channel], name),
    )
  }
  const byNumber = (event: KeyboardEvent) => {
    const channel = touchChannels[Number(event.key) - 1]
    if (!channel || event.target instanceof HTMLInputElement) return
    event.preventDefault()
    log(channel)
  }
  return (
    // The keys belong to the buttons inside, which have the focus.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={byNumber}>
      <p className="menu-title">{words.with(name)}</p>
      <ul className="menu">
        {touchChannels.map((channel, nth) => (
          <li key={channel}>
            <button type="button" className="menu-item" onClick={() => log(channel)}>
              <Icon name={icons[channel] ?? "other"} />
              <span>{channelWords[channel]}</span>
              <kbd aria-hidden="true">{nth + 1}</kbd>
            </button>
          </li>
        ))}
      </ul>
      <Disclosure className="menu-more" summary={<span>{words.another}</span>}>
        <OtherDay today={today} onSave={log} />
      </Disclosure>
    </div>
  )
}

function OtherDay({
  today,
  onSave,
}: {
  today: CalendarDate
  onSave: (channel: Channel, more: { at?: string; note?: string }) => void
}) {
  const [channel, setChannel] = useState<Channel>("email")
  const [day, setDay] = useState(today)
  const [note, setNote] = useState("")
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        const text = note.trim()
        onSave(channel, { ...(day !== today && { at: noonOf(day) }), ...(text && { note: text }) })
      }}
    >
      <SelectField
        label={touchForm.channel}
        value={channel}
        onChange={(event) => setChannel(event.target.value as Channel)}
      >
        {touchChannels.map((one) => (
          <option key={one} value={one}>
            {channelWords[one]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={touchForm.day}
        type="date"
        max={today}
        required
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <TextField
        label={touchForm.note}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button kind="primary" type="submit">
        {touchForm.save}
      </Button>
    </form>
  )
}
