/**
 * The day turns at the user's midnight, and also when the laptop wakes or lands in another time zone. Nothing stored
 * depends on it: only what is shown is worked out anew.
 */
import { addDays, startOfDay } from "~src/domain/calendar"
import type { WorkerContext } from "~src/worker/kernel/context"
import type { Job } from "~src/worker/kernel/job"

import { askResummariseAll } from "../../sync/rows/resummarise"
import { forgetOldTyped } from "../../cache/typed-forms"
import { refreshBadge } from "../badge/refresh-badge"

const seenKey = "day"
const quarterHourMs = 15 * 60_000

/** Rings at midnight exactly; the quarter hours catch another time zone and a midnight slept through. */
export const dayJob: Job = {
  name: "day",
  everyMinutes: 15,
  async run(context) {
    const turned = await dayTurned(context)
    await forgetOldTyped(context)
    // Which day a contact fell on hangs on the zone: the next sync works every customer's dates out anew.
    if (turned === "zone") await askResummariseAll(context.db)
    if (turned !== null) context.publish("popup", "book", "day")
    await refreshBadge(context)
    return Math.min(await nextMidnight(context), context.now() + quarterHourMs)
  },
}

/** When the next day begins for the user, epoch milliseconds. */
async function nextMidnight(context: WorkerContext): Promise<number> {
  const { today, timeZone } = await context.clock()
  return Date.parse(startOfDay(addDays(today, 1), timeZone))
}

/** What is another one than at the last call. Kept over restarts: laptops travel switched off. */
async function dayTurned(context: WorkerContext): Promise<"day" | "zone" | null> {
  const { local } = context.platform
  const { today, timeZone } = await context.clock()
  const seen = (await local.get(seenKey)) as { today: string; timeZone: string } | undefined
  if (seen?.today === today && seen.timeZone === timeZone) return null
  await local.set({ [seenKey]: { today, timeZone } })
  return seen !== undefined && seen.timeZone !== timeZone ? "zone" : "day"
}
