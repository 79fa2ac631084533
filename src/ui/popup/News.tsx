import { useEffect, useId, useState } from "react"

import type { NewsLine } from "~src/messaging/views/lists"
import { useWrite } from "~src/store/use-write"

import { Icon, type IconName } from "../base"
import { popup } from "../strings/popup"
import { useOpenCustomer } from "./use-open-customer"

const icons: Record<NewsLine["kind"], IconName> = {
  waiting: "mail",
  "band-drop": "down",
  "renewal-entered": "clock",
  "new-account": "plus",
  "left-account": "people",
  import: "people",
}
const shownAtMost = 5
/** Long enough to have been read. */
const seenAfterMs = 1500

/** What happened since the last look; what was shown stays while the popup is open. */
export function News({ news }: { news: NewsLine[] }) {
  const title = useId()
  const open = useOpenCustomer()
  const kept = useKept(news)
  useSeen()
  if (kept.length === 0) return null
  return (
    <section aria-labelledby={title} className="part news">
      <h2 id={title}>{popup.news.title}</h2>
      <ul>
        {kept.map(({ id, kind, accountId, text }) => (
          <li key={id} className={`news-line news-${kind}`}>
            <Icon name={icons[kind]} />
            {accountId ? (
              <button type="button" className="news-text" onClick={() => open(accountId)}>
                {text}
              </button>
            ) : (
              <span className="news-text">{text}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
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
