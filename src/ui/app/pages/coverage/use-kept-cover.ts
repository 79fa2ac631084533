import { coverKeys, isCoverKey } from "~src/domain/week/cover-keys"
import { ask } from "~src/messaging/client"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { cover as words } from "~src/ui/strings/cover"

import { useUndoable } from "../../shared/use-undoable"

const topics = ["book", "settings", "outbox", "week", "account:"]
/** Far enough back for any absence. */
const days = 120

interface Period {
  from: string
  to: string
}

/** The absence whose plan is kept, what was written for it, and how it is kept and ended. */
export function useKeptCover(who: string) {
  const undoable = useUndoable()
  const { data: customers } = useWorkerQuery("week.customers", { who, pick: "all" }, topics)
  const texts = customers?.texts ?? {}
  const { [coverKeys.from]: from, [coverKeys.to]: to } = texts
  const period: Period | null = from && to ? { from, to } : null
  const isBack = period !== null && customers !== undefined && period.to < customers.clock.today
  const { data: history } = useWorkerQuery("week.history", { who, days }, topics, { enabled: isBack })
  const write = async (values: Record<string, string>) => {
    // One after the other: each reads what is kept and adds to it.
    for (const [key, text] of Object.entries(values)) await ask("week.write", { key, text })
  }
  const keep = (next: Period) => {
    if (next.from === from && next.to === to) return
    const stored = (one: Partial<Period>) => ({
      [coverKeys.from]: one.from ?? "",
      [coverKeys.to]: one.to ?? "",
    })
    void undoable(
      () => write(stored(next)),
      words.planKept,
      () => write(stored(period ?? {})),
    )
  }
  const end = () => {
    const kept = Object.fromEntries(Object.entries(texts).filter(([key]) => isCoverKey(key)))
    const gone = Object.fromEntries(Object.keys(kept).map((key) => [key, ""]))
    return undoable(
      () => write(gone),
      words.ended,
      () => write(kept),
    )
  }
  return { customers, history, period, isBack, keep, end }
}
