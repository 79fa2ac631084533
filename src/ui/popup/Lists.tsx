import type { PopupView } from "~src/messaging/views/lists"
import type { DeepPartial, Settings } from "~src/messaging/views/settings"

import { Icon, Skeleton } from "../base"
import { formatDate } from "../base/format"
import { useShownMark } from "../base/use-shown-mark"
import { popup } from "../strings/popup"
import { News } from "./News"
import { Overdue } from "./Overdue"
import { Today } from "./Today"
import { Trouble } from "./Trouble"
import { Waiting } from "./Waiting"

interface Props {
  view: PopupView
  settings: Settings["popup"]
  change: (patch: DeepPartial<Settings>) => void
}

/** Everything below the header, once there is a book to speak of: who waits, who was not spoken to, what to do. */
export function Lists({ view, settings, change }: Props) {
  useShownMark("popup-shown")
  const { today, status, covering, overdue, waiting } = view
  const nothingYet = status.sync.phase === "first" && status.sync.accounts === 0
  return (
    <>
      <Trouble outbox={view.outbox} />
      {covering.map(({ adminId, name, to }) => (
        <p key={adminId} className="covering">
          <Icon name="eye" />
          <span>{popup.covering(name, formatDate(to, today))}</span>
        </p>
      ))}
      <News news={view.news} />
      {nothingYet ? (
        <Skeleton lines={6} />
      ) : (
        <>
          <Waiting waiting={waiting} today={today} />
          <Overdue
            overdue={overdue}
            today={today}
            reading={status.sync.phase === "first"}
            customers={view.customers}
          />
          <Today view={view} settings={settings} change={change} />
        </>
      )}
    </>
  )
}
