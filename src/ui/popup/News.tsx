import { useEffect, useState } from "react"

import type { NewsLine } from "~src/messaging/views/lists"
import { useWrite } from "~src/store/use-write"

import { Icon, IconButton, type IconName } from "../base"
import { popup } from "../strings/popup"
import { useOpenCustomer } from "./use-open-customer"

const words = popup.news
const icons: Record<NewsLine["kind"], IconName> = {
  "band-drop": "down",
  "usage-drop": "down",
  "new-account": "plus",
  "left-account": "people",
  import: "people",
}
const shownAtMost = 5
/** Long enough to have been read. */
const seenAfterMs = 1500

/** One line about what happened since the last look; the others open in place. It stays until it is put away. */
export function News({ news }: { news: NewsLine[] }) {
  const [open, setOpen] = useState(false)
  const [away, setAway] = useState<ReadonlySet<string>>(new Set())
  const kept = useKept(news).filter(({ id }) => !away.has(id))
  useSeen()
  const [first] = kept
  if (!first) return null
  const shown = open ? kept : [first]
  return (
    <section aria-label={words.title} className="news">
      <ul>
        {shown.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      {shown.length < kept.length ? (
        <button type="button" className="customer" onClick={() => setOpen(true)}>
          {words.more(kept.length - 1)}
        </button>
      ) : null}
      <IconButton
        icon="close"
        label={words.dismiss}
        onClick={() => setAway(new Set([...away, ...kept.map(({ id }) => id)]))}
      />
    </section>
  )
}

function Line({ line: { kind, accountId, text } }: { line: NewsLine }) {
  const open = useOpenCustomer()
  return (
    <li className={`news-line news-${kind}`}>
      <Icon name={icons[kind]} />
      {accountId ? (
        <button type="button" className="news-text" onClick={() => open(accountId)}>
          {text}
        </button>
      ) : (
        <span className="news-text">{text}</span>
      )}
    </li>
  )
}

/** New lines on top of those shown already: asking again after "seen" must not empty the list under the reader. */
function useKept(news: NewsLine[]): NewsLine[] {
  const [kept, setKept] = useState(news)
  const fresh = news.filter(({ id }) => !kept.some((line) => line.id === id))
  if (fresh.length === 0) return kept
  const next = [...fresh, ...kept].slice(0, shownAtMost)
  setKept(next)
  return next
}

function useSeen(): void {
  const { mutate } = useWrite("popup.seen")
  useEffect(() => {
    const timer = setTimeout(() => mutate({}), seenAfterMs)
    return () => clearTimeout(timer)
  }, [mutate])
}
