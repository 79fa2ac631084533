/** How reading stands, in one line: what popup, book and coverage say of the age of what they show. Pure. */
import type { Status } from "~src/messaging/contract"

import { base } from "../strings/base"
import { formatAge, formatMoment } from "./format"

const words = base.reading

export interface ReadState {
  kind: "fine" | "offline" | "trouble"
  text: string
  /** The options can put it right, as with a refused key; a server's outage they can't. */
  fixable: boolean
}

/** @param now milliseconds since 1970. */
export function readState({ vitally, salesforce, sync, online }: Status, now: number): ReadState {
  const at = sync.lastOkAt ?? vitally.okAt
  const shown = at === undefined ? "" : words.shown(formatMoment(at, now), formatAge(at, now))
  if (!online)
    return { kind: "offline", text: `${words.offline} ${shown || words.offlineEmpty}`, fixable: false }
  const needy = [vitally, salesforce].find(({ state }) => state === "error" || state === "needs-sign-in")
  if (needy) {
    const fixable = needy.state === "needs-sign-in"
    // Where a button leads to the options, the words need not send there too.
    const next = fixable ? undefined : needy.fault?.next
    const text = [needy.fault?.title ?? needy.text, next, shown].filter(Boolean).join(" ")
    return { kind: "trouble", text, fixable }
  }
  if (sync.phase !== "idle" && sync.text) return { kind: "fine", text: sync.text, fixable: false }
  return {
    kind: "fine",
    text: at === undefined ? vitally.text : words.updated(formatAge(at, now)),
    fixable: false,
  }
}
