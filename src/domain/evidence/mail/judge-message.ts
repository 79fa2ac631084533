/** Adds up a message's clues. */
import type { Judgement, Reason } from "../../verdict"
import { enough, type ClueKey, type MachineKind, type Weight, weights } from "./weights"

const kinds: readonly MachineKind[] = [
  "auto-reply",
  "bounce",
  "ticket-notice",
  "campaign",
  "notice",
  "calendar-mail",
]

/** A clue that fits every machine decides nothing alone: one of the kind's own must be there. */
const sharedOnly = 5

export function addUp(clues: ReadonlySet<ClueKey>): Judgement & { points: number } {
  let shared = 0
  const own = new Float64Array(kinds.length)
  const against = new Float64Array(kinds.length)
  for (const clue of clues) {
    const weight: Weight = weights[clue]
    const { for: target, points } = weight
    if (target === "any") shared += points
    else if (target === "person") addTo(against, weight.against ?? kinds, points)
    else addTo(own, target, points)
  }
  let best = -1
  let most = Number.NEGATIVE_INFINITY
  for (let at = 0; at < kinds.length; at += 1) {
    const sum = own[at] ?? 0
    if (sum === 0 && !(shared >= sharedOnly && kinds[at] === "notice")) continue
    const points = sum + shared - (against[at] ?? 0)
    if (points > most) {
      best = at
      most = points
    }
  }
  const kind = kinds[best]
  if (kind === undefined || most < enough)
    return {
      // Just short of enough, and nothing that a person does: too little to tell.
      verdict: kind === "auto-reply" && most === enough - 1 && isBare(clues) ? "unsure" : "person",
      reason: kind === "auto-reply" && most === enough - 1 && isBare(clues) ? "too-little" : "wrote",
      clues: strongest(clues, undefined),
      points: most,
    }
  return {
    verdict: kind === "calendar-mail" ? "calendar" : "machine",
    reason: kind satisfies Reason,
    clues: strongest(clues, kind),
    points: most,
  }
}

function addTo(sums: Float64Array, targets: readonly MachineKind[], points: number): void {
  for (const target of targets) {
    const at = kinds.indexOf(target)
    sums[at] = (sums[at] ?? 0) + points
  }
}

const isBare = (clues: ReadonlySet<ClueKey>) =>
  clues.has("saysAbsent") && ![...clues].some((clue) => (weights[clue] as Weight).for === "person")

function strongest(clues: ReadonlySet<ClueKey>, kind: MachineKind | undefined): string[] {
  return [...clues]
    .filter((clue) => {
      const { for: target }: Weight = weights[clue]
      return kind === undefined
        ? target === "person"
        : target === "any" || (target !== "person" && target.includes(kind))
    })
    .sort((a, b) => weights[b].points - weights[a].points)
    .slice(0, 4)
}
