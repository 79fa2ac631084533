import type { CalendarDate } from "~src/domain/facts"

import { classNames, IconButton, Menu, Name } from "../base"
import { daysBetween, formatDay } from "../base/format"
import { sourceWords } from "../strings/base"
import { popup } from "../strings/popup"
import { CoverChip } from "./CoverChip"
import type { DayItem } from "./day-items"
import { Parts } from "./Parts"
import { reasonWords } from "./reason-words"
import { TouchMenu } from "./TouchMenu"
import { useItemWrites } from "./use-item-writes"
import { useOpenCustomer } from "./use-open-customer"

const words = popup.today

/**
 * One piece of work on two lines: its tick and title; its customer and why it is pressing. Tools lie over the date when
 * the row is pointed at or has the focus, so that the reason stays whole.
 */
export function WorkRow({ item, today }: { item: DayItem; today: CalendarDate }) {
  const { toggle, snoozeItems } = useItemWrites(item, today)
  const open = useOpenCustomer()
  const { accountId, accountName, name, coverFor, urgency } = item
  const task = item.kind === "task" ? item.task : undefined
  const done = task?.bucket === "done"
  const unsent = task?.pending?.kind === "task.add"
  const reasons = done ? [] : urgency.reasons.map(reasonWords)
  return (
    <li className={classNames("row-work", done && "is-done")} data-row>
      <input
        type="checkbox"
        aria-label={name}
        checked={done}
        disabled={unsent}
        onChange={toggle}
        data-main
        data-key="c"
      />
      <div className="row-main">
        <span className="row-title" title={name}>
          <Name>{name}</Name>
        </span>
        <span className="row-why">
          {accountId && accountName ? (
            <button
              type="button"
              className="customer"
              title={popup.openCustomer(accountName)}
              data-key="enter"
              onClick={() => open(accountId)}
            >
              <Name>{accountName}</Name>
            </button>
          ) : (
            <span className="faint">{words.noCustomer}</span>
          )}
          <CoverChip name={coverFor} />
          <Parts
            parts={[
              "",
              ...reasons,
              ...(task?.source === "salesforce" ? [sourceWords.salesforce] : []),
              ...(task && !task.mine && task.assignedToName ? [task.assignedToName] : []),
              ...(task?.pending && task.pending.state !== "refused" ? [words.sending] : []),
            ]}
          />
        </span>
      </div>
      <span className="row-end">
        {done ? null : <Due dueOn={item.dueOn} today={today} />}
        {done || unsent ? null : (
          <span className="row-tools">
            {accountId && accountName ? (
              <>
                <TouchMenu accountId={accountId} name={accountName} today={today} icon />
                <Menu
                  label={words.snooze(name)}
                  icon="clock"
                  className="row-tool"
                  dataKey="s"
                  items={snoozeItems}
                />
                <IconButton
                  icon="open"
                  className="row-tool"
                  label={words.openItem(name, accountName)}
                  onClick={() => open(accountId)}
                />
              </>
            ) : (
              <Menu
                label={words.snooze(name)}
                icon="clock"
                className="row-tool"
                dataKey="s"
                items={snoozeItems}
              />
            )}
          </span>
        )}
      </span>
    </li>
  )
}

/** `17 days late`, `today`, else the day. */
function Due({ dueOn, today }: { dueOn: CalendarDate | undefined; today: CalendarDate }) {
  if (dueOn === undefined) return null
  const late = daysBetween(dueOn, today)
  return (
    <span className={classNames("row-due", late > 0 && "late", late === 0 && "soon")}>
      {late > 0 ? words.daysLate(late) : formatDay(dueOn, today)}
    </span>
  )
}
