/** What the answers' own headers say of the request limit. */
import type { LimiterState, Seen } from "~src/worker/vitally/api"

import type { Probe } from "./probe"

const shared = ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"]

/** Names of headers, and the numbers in them. */
export function sayLimits(probe: Probe, { headers }: Seen, { retryAfterSeen }: LimiterState): void {
  const told = [...shared, ...shared.map((name) => `X-${name}`)].flatMap((name) => {
    const numbers = /^(?:window|w|[\d,;=\s])+$/.exec(headers.get(name) ?? "")?.[0]
    return numbers === undefined ? [] : `${name}: ${numbers}`
  })
  probe.say(
    "Request limit",
    headers.has("RateLimit-Remaining"),
    told.join("; ") || "No header tells it: 1000 a minute is assumed.",
  )
  const after =
    retryAfterSeen === undefined ? "none seen" : retryAfterSeen ? "with Retry-After" : "without Retry-After"
  probe.say("Answer 429", null, `${after} since the browser was started.`)
}
