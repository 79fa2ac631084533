import { useId, useState } from "react"

import type { TouchResult } from "~src/domain/assessment"
import type { Channel } from "~src/domain/facts"
import { useOpen } from "~src/store/view-memory"

import { Icon, type IconName, Name, SafeLink } from "../../base"
import { formatDay } from "../../base/format"
import { channelWords, sourceWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { ShowMore } from "../shared/ShowMore"
import { TouchTools } from "./TouchTools"
import { TouchWords } from "./TouchWords"
import { type Filter, filters, matches } from "./touch-filter"
import { stateText } from "./touch-state"

const words = panel.contact
const shownAtFirst = 3
const shownAtMost = 10

const icons: Record<Channel, IconName> = {
  email: "mail",
  slack: "chat",
  zoom: "video",
  meeting: "people",
  call: "phone",
  "in-person": "people",
  note: "note",
  ticket: "ticket",
  chat: "chat",
  other: "other",
}

/** The last touches of all systems, newest first, to be narrowed down. */
export function Timeline({ touches }: { touches: TouchResult[] }) {
  const { account } = useAccount()
  const [filter, setFilter] = useState<Filter>("all")
  const [open, setOpen] = useOpen(account.id, "timeline")
  const id = useId()
  if (touches.length === 0) return <p className="faint small">{words.empty}</p>
  const matching = touches.filter((touch) => matches(touch, filter)).slice(0, shownAtMost)
  const shown = open ? matching : matching.slice(0, shownAtFirst)
  return (
    <div className="timeline">
      <div className="sub-head">
        <h3 id={id}>{words.timeline}</h3>
        <span className="filter">
          <select
            aria-label={words.filter}
            value={filter}
            onChange={(event) => setFilter(event.target.value as Filter)}
          >
            {filters(touches).map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </span>
      </div>
      <ul aria-labelledby={id}>
        {shown.map((touch, index) => (
          <TouchRow key={touch.id ?? `${touch.at}-${index}`} touch={touch} />
        ))}
      </ul>
      {matching.length === 0 ? <p className="faint small">{words.emptyFilter}</p> : null}
      {matching.length > shownAtFirst ? (
        <ShowMore open={open} more={words.showAll(matching.length)} fewer={words.fewer} onToggle={setOpen} />
      ) : null}
    </div>
  )
}

function TouchRow({ touch }: { touch: TouchResult }) {
  const { account, today } = useAccount()
  const { id, channel, counts, subject, source, url, on } = touch
  const answered = account.assessment.contact.probablyAnswered.find(({ touchId }) => touchId === id)
  const state = [stateText(touch), id === undefined ? undefined : answered?.text].filter(Boolean).join(" ")
  return (
    <li className={counts ? "touch" : "touch touch-idle"}>
      <Icon name={icons[channel]} />
      <div>
        <span className="touch-subject">
          <SafeLink href={url}>
            <Name>{subject ?? channelWords[channel]}</Name>
          </SafeLink>
        </span>
        <span className="row-meta">
          <TouchWords touch={touch} /> · {sourceWords[source]}
        </span>
        {state ? <span className="touch-state">{state}</span> : null}
      </div>
      <span className="touch-day">{formatDay(on, today)}</span>
      <TouchTools touch={touch} />
    </li>
  )
}
