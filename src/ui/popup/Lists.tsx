import type { DeepPartial } from "~src/messaging/contract"
import type { PopupView } from "~src/messaging/views/lists"
import type { Settings } from "~src/messaging/views/settings"

import { Icon, Skeleton } from "../base"
import { formatDate } from "../base/format"
import { useShownMark } from "../base/use-shown-mark"
import { popup } from "../strings/popup"
import { News } from "./News"
import { Overdue } from "./Overdue"
import { Today } from "./Today"
import { Trouble } from "./Trouble"

interface Props {
  view: PopupView
  settings: Settings["popup"]
  change: (patch: DeepPartial<Settings>) => void
}

/** Where one is and what else there is: both lists can be longer than the window. */
function Jump({ view }: { view: PopupView }) {
  const open = view.totalToday - view.doneToday
  if (open === 0 || view.overdue.length === 0) return null
  return (
    <nav className="jump" aria-label={popup.jump.label}>
      <a href="#today">{popup.jump.tasks(open)}</a>
      <a href="#overdue">{popup.jump.contacts(view.overdue.length)}</a>
    </nav>
  )
}

/** Everything below the header, once there is a book to speak of. */
export function Lists({ view, settings, change }: Props) {
  useShownMark("popup-shown")
  const { today, status, covering, overdue } = view
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
      <Jump view={view} />
      {nothingYet ? (
        <Skeleton lines={6} />
      ) : (
        <>
          <Today view={view} settings={settings} change={change} />
          <Overdue
            overdue={overdue}
            today={today}
            reading={status.sync.phase === "first"}
            customers={view.customers}
          />
        </>
      )}
    </>
  )
}
