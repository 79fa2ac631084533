import type { PopupView } from "~src/messaging/views/lists"

import { nearDate } from "~src/domain/words"

import { popup } from "../strings/popup"

/** Which day it is and how far one is: a bar and "6 of 46 done". While the book is read for the first time, how far that is. */
export function DayBar({ view }: { view: PopupView }) {
  const { today, doneToday, totalToday, status } = view
  const { phase, progress, text } = status.sync
  const first = phase === "first"
  const value = first ? progress : totalToday === 0 ? null : doneToday / totalToday
  return (
    <div className="day">
      <strong>{nearDate(today, today)}</strong>
      {first || totalToday > 0 ? (
        <>
          <progress
            className="day-bar"
            aria-label={first ? popup.sync.first : popup.progress}
            max={1}
            {...(value === null ? {} : { value })}
          />
          <span className="faint">
            {first ? text || popup.sync.first : popup.done(doneToday, totalToday)}
          </span>
        </>
      ) : null}
    </div>
  )
}
