import type { TouchResult } from "~src/domain/assessment"
import type { Channel, SourceSystem } from "~src/domain/facts"

import { channelWords, sourceWords } from "../../strings/base"
import { panel } from "../../strings/panel"

export type Filter =
  "all" | "people" | "mine" | "inbound" | "outbound" | `channel:${Channel}` | `source:${SourceSystem}`

/** The filters that would show something of these touches. */
export function filters(touches: TouchResult[]): [Filter, string][] {
  const words = panel.contact
  const general: [Filter, string][] = [
    ["all", words.all],
    ["people", words.people],
    ["mine", words.mineOnly],
    ["inbound", words.inbound],
    ["outbound", words.outbound],
  ]
  const channels = [...new Set(touches.map(({ channel }) => channel))]
  const sources = [...new Set(touches.map(({ source }) => source))]
  const offered: [Filter, string][] = [
    ...general,
    ...channels.map((one): [Filter, string] => [`channel:${one}`, channelWords[one]]),
    ...(sources.length > 1
      ? sources.map((one): [Filter, string] => [`source:${one}`, sourceWords[one]])
      : []),
  ]
  return offered.filter(([filter]) => filter === "all" || touches.some((touch) => matches(touch, filter)))
}

export function matches(touch: TouchResult, filter: Filter): boolean {
  switch (filter) {
    case "all":
      return true
    case "people":
      return touch.verdict === "person"
    case "mine":
      return touch.byMe === true
    case "inbound":
    case "outbound":
      return touch.direction === filter || touch.direction === "both"
    default:
      return filter === `channel:${touch.channel}` || filter === `source:${touch.source}`
  }
}
