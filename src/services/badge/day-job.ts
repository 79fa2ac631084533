/**
 * The day turns at the user's midnight, and also when the laptop wakes or lands in another time zone. Nothing stored
 * depends on it: only what is shown is worked out anew.
 */
import { addDays, startOfDay } from "~src/domain/calendar"
import type { WorkerContext } from "~src/services/worker/context"
import type { Job } from "~src/services/worker/job"

import { refreshBadge } from "./refresh-badge"

const seenKey = "day"

/** Rings at midnight exactly; the quarter hours catch another time zone and a midnight slept through. */
export const dayJob: Job = {
  name: "day",
  everyMinutes: 15,
  async run(context) {
    if (await dayTurned(context)) context.publish("popup", "book")
    await refreshBadge(context)
    return nextMidnight(context)
  },
}

/** When the next day begins for the user, epoch milliseconds. */
async function nextMidnight(context: WorkerContext): Promise<number> {
  const { today, timeZone } = await context.clock()
  return Date.parse(startOfDay(addDays(today, 1), timeZone))
}

/** Whether the day or the time zone is another one than at the last call. */
async function dayTurned(context: WorkerContext): Promise<boolean> {
  const { session } = context.platform
  const { today, timeZone } = await context.clock()
  const seen = `${today} ${timeZone}`
  if ((await session.get(seenKey)) === seen) return false
  await session.set({ [seenKey]: seen })
  return true
}
