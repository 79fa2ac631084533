/** When what failed is asked for again, while somebody looks at one of our pages. */
import type { Fault } from "~src/messaging/contract"

/** Name of the job that owns "try again". */
export const retryName = "retry"

const soonMs = 30_000
const longestMs = 5 * 60_000

/** Codes that somebody else has to put right: asked for again with growing pauses. */
const slow: ReadonlySet<Fault["code"]> = new Set<Fault["code"]>(["auth", "forbidden", "quota"])

/** Milliseconds from the try number `tries`, the first being 1, until the next. */
export function retryPauseMs({ code }: Fault, tries: number): number {
  return slow.has(code) ? Math.min(longestMs, soonMs * 2 ** Math.min(Math.max(tries, 1) - 1, 8)) : soonMs
}

const promises = /(Nothing to do: i|I)t (is tried again|goes on) by itself( when you are back online)?\./

/** The same fault with the time of the next try in its words. @param at epoch milliseconds. */
export function withRetryTime(fault: Fault, at: number, timeZone: string): Fault {
  const time = new Date(at).toLocaleTimeString("en-GB", { timeZone })
  const told = `It is tried again at ${time}.`
  const next = fault.next ?? ""
  return {
    ...fault,
    next: promises.test(next) ? next.replace(promises, told) : [next, told].filter(Boolean).join(" "),
  }
}
