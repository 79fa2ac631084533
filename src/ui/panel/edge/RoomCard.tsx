import { useState } from "react"

import { useWrite } from "~src/store/use-write"

import { Button } from "../../base"
import { room as words } from "../../strings/edge"
import { useAccount } from "../shared/panel-context"
import { useOpenBeside } from "../shared/use-open-beside"

type Kind = keyof typeof words.kinds

/** Where the lines of the page end, and where the panel stands, in a window of 48 by 30. */
const pictures: Record<Kind, [lines: number, panel: number, top: number]> = {
  room: [22, 28, 2],
  over: [40, 28, 2],
  beside: [24, 32, 8],
}

/** Asked once on each host: whether the page makes room, lies under the panel, or Chrome's own side panel is used. */
export function RoomCard({ openSidePanel }: { openSidePanel?: (() => Promise<boolean>) | undefined }) {
  const { account } = useAccount()
  const { mutate: command } = useWrite("gate.command")
  const beside = useOpenBeside(openSidePanel, account.id)
  const [kind, setKind] = useState<Kind>("room")
  const kinds = (Object.keys(words.kinds) as Kind[]).filter((one) => one !== "beside" || openSidePanel)
  const keep = () => {
    command({ command: "room", room: kind !== "over" })
    // Within the click: later, Chrome would no longer open it.
    if (kind === "beside") beside()
  }
  return (
    <section className="room" aria-label={words.title}>
      <h2>{words.title}</h2>
      {kinds.map((one) => (
        <label key={one} className="room-kind">
          <input
            type="radio"
            className="sr-only"
            name="room"
            checked={kind === one}
            onChange={() => setKind(one)}
          />
          <svg className="room-picture" viewBox="0 0 48 30" aria-hidden="true" focusable="false">
            <rect x="2" y="2" width="44" height="26" rx="3" />
            {picture(one)}
          </svg>
          <span>
            <strong>{words.kinds[one].name}</strong>
            <span className="soft">{words.kinds[one].text}</span>
          </span>
        </label>
      ))}
      <div className="room-foot">
        <span className="faint">{words.change}</span>
        <Button kind="primary" onClick={keep}>
          {words.keep}
        </Button>
      </div>
    </section>
  )
}

function picture(kind: Kind) {
  const [end, left, top] = pictures[kind]
  return (
    <>
      <path d={`M6 ${top + 6}H${end}M6 ${top + 11}H${end}M6 ${top + 16}H${end}`} />
      <path className="room-panel" d={`M${left} ${top}h14v${28 - top}h-14z`} />
    </>
  )
}
