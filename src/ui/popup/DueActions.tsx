import { useId } from "react"

import type { CalendarDate } from "~src/domain/facts"
import type { DueAction } from "~src/messaging/views/lists"

import { Icon } from "../base"
import { formatDay } from "../base/format"
import { popup } from "../strings/popup"
import { CustomerName } from "./CustomerName"

/** Recommendations that are due; their steps are in the customer's panel. */
export function DueActions({ actions, today }: { actions: DueAction[]; today: CalendarDate }) {
  const title = useId()
  if (actions.length === 0) return null
  return (
    <div className="group">
      <h3 id={title} className="group-title">
        {popup.actions.title} <span className="count">{actions.length}</span>
      </h3>
      <ul className="actions" aria-labelledby={title}>
        {actions.map(({ accountId, accountName, actionId, title, dueOn }) => (
          <li key={`${accountId} ${actionId}`} className="action">
            <Icon name="play" className="action-mark" />
            <div className="task-main">
              <span>{title}</span>
              <div className="meta">
                <CustomerName accountId={accountId} name={accountName} />
                {dueOn === null ? null : (
                  <span className={dueOn < today ? "late" : undefined}>
                    {popup.today.due(formatDay(dueOn, today))}
                  </span>
                )}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
