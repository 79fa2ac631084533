import { useState } from "react"

import { useWrite } from "~src/store/use-write"

import { Button } from "../../base"
import { room as words } from "../../strings/edge"
import { useAccount } from "../shared/panel-context"
import { useOpenBeside } from "../shared/use-open-beside"

type Kind = keyof typeof words.kinds

const pictures: Record<Kind, React.ReactNode> = {
  room: (
    <>
      <path d="M6 9h16M6 14h16M6 19h11" />
      <rect x="28" y="4" width="14" height="20" className="room-panel" />
    </>
  ),
  over: (
    <>
      <path d="M6 9h34M6 14h34M6 19h34" />
      <rect x="28" y="4" width="14" height="20" className="room-panel" />
    </>
  ),
  beside: (
    <>
      <path d="M2 8h44M6 13h18M6 18h12" />
      <rect x="30" y="8" width="16" height="20" className="room-panel" />
    </>
  ),
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
            {pictures[one]}
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
