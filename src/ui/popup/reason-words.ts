import type { UrgencyReason } from "~src/domain/day/urgency"
import { causeText } from "~src/domain/trait-words"

import { popup } from "../strings/popup"

const words = popup.reasons

/** Why something is pressing, in a few words. */
export function reasonWords(reason: UrgencyReason): string {
  switch (reason.kind) {
    case "tier":
      return reason.tier
    case "band":
      return reason.band === "poor" ? words.red : words.yellow
    case "no-champion":
      return words.noChampion
    case "no-buyer":
      return words.noBuyer
    case "cause":
      return causeText(reason.cause)
    case "renewal": {
      const text = reason.days < 0 ? words.ended(-reason.days) : words.renews(reason.days)
      return reason.other === undefined ? text : `${text} (${reason.other})`
    }
  }
}
