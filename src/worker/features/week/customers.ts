/** Some customers of a book with all that is known of them, for pages that work out the rest themselves. From the cache alone. */
import { isChurned } from "~src/domain/book/entry"
import { addDays } from "~src/domain/calendar"
import { isUnhealthy } from "~src/domain/health/bands"
import type { BookRow } from "~src/messaging/views/lists"
import type { WeekCustomers, WeekPick } from "~src/messaging/views/team"

import { getMeta } from "../../cache/meta"
import type { WorkerContext } from "../../kernel/context"
import { bookRows, type Who } from "../../lists/book-rows"
import { factsOf } from "../../lists/facts-of"
import { titleOf } from "./title-of"

/** More would be a long message and a long page. */
const most = 300
const touchDays = 120

export async function weekCustomers(
  context: WorkerContext,
  { who, pick }: { who: Who; pick: WeekPick },
): Promise<WeekCustomers> {
  const clock = await context.clock()
  const [all, texts = {}, title] = await Promise.all([
    bookRows(context, who),
    getMeta(context.db, "texts"),
    titleOf(context, who),
  ])
  const wanted = all.filter((row) => !isChurned(row, clock.today) && picks[pick](row))
  const rows = wanted.slice(0, most)
  const { facts, factsContext } = await factsOf(
    context,
    rows.map(({ id }) => id),
  )
  const since = addDays(clock.today, -touchDays)
  return {
    clock,
    title,
    rows,
    facts: [...facts.values()].map((known) =>
      known.touches ? { ...known, touches: known.touches.filter(({ on = "" }) => on >= since) } : known,
    ),
    cut: wanted.length - rows.length,
    texts,
    policy: factsContext.policy,
  }
}

/** Near Lighthouse: what could enter it. The page says why. */
const picks: Record<WeekPick, (row: BookRow) => boolean> = {
  all: () => true,
  lighthouse: (row) => row.lighthouse === true || row.band === "poor" || mayEnter(row),
  scaled: ({ team }) => team !== null && /scaled|digital|pooled/i.test(team),
}

const mayEnter = ({ band, daysOut, traits }: BookRow) =>
  daysOut !== null &&
  daysOut >= 0 &&
  daysOut <= 120 &&
  (isUnhealthy(band) || traits?.activeChampion?.value === false)
