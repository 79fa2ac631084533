/** Precision and recall over the labelled conversations (test/fixtures/contact: written for this project), held to the goals. */
import { readFileSync } from "node:fs"

import { describe, expect, it } from "vitest"

import { openQuestion } from "~src/domain/evidence/mail/waiting"
import type { Verdict } from "~src/domain/verdict"
import type { VitallyConversation } from "../vitally/rows"
import { conversationTouches } from "./conversation-touches"

interface Expected {
  verdict: Verdict | "unsure-ok"
  direction: string
  counts: boolean | null
}
interface Case {
  id: string
  kind: string
  language: string
  raw: VitallyConversation & { messages: { id: string }[] }
  expect: { messages: Record<string, Expected>; waiting: boolean; doubt?: unknown }
}

const { cases } = JSON.parse(readFileSync("test/fixtures/contact/mail-dev.json", "utf8")) as { cases: Case[] }
const ours = { admins: new Map(), domains: new Set<string>() }

interface Tally {
  people: number
  lost: number
  machines: number
  kept: number
  waiting: number
  missed: number
  calm: number
  false: number
}
const none = (): Tally => ({
  people: 0,
  lost: 0,
  machines: 0,
  kept: 0,
  waiting: 0,
  missed: 0,
  calm: 0,
  false: 0,
})

function judged({ raw, expect: wanted }: Case): Tally {
  const tally = none()
  const touches = conversationTouches("a", raw, "UTC", ours)
  for (const touch of touches) {
    const want = wanted.messages[touch.id.slice("message:a:".length)]
    if (!want || want.verdict === "unsure-ok") continue
    if (want.verdict === "person") {
      tally.people += 1
      if (touch.verdict !== "person" && touch.verdict !== "internal") tally.lost += 1
    } else {
      tally.machines += 1
      if (touch.verdict === "person") tally.kept += 1
    }
  }
  if (wanted.doubt) return tally
  const turns = touches.map(({ direction, verdict = "person", reason, says }) => ({
    direction,
    verdict,
    bounced: reason === "bounced",
    says,
  }))
  const waits = openQuestion(turns, touches[0]?.ticket ?? "none") !== undefined
  if (wanted.waiting) {
    tally.waiting += 1
    if (!waits) tally.missed += 1
  } else {
    tally.calm += 1
    if (waits) tally.false += 1
  }
  return tally
}

function sum(of: readonly Case[]): Tally {
  const total = none()
  for (const one of of)
    for (const [key, value] of Object.entries(judged(one)) as [keyof Tally, number][]) total[key] += value
  return total
}

const by = (name: "kind" | "language") =>
  [...new Set(cases.map((one) => one[name]))].map((value) => ({
    [name]: value,
    ...sum(cases.filter((one) => one[name] === value)),
  }))

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

describe("260 labelled conversations", () => {
  it("stays within the goals", () => {
    const total = sum(cases)
    console.table([...by("kind"), ...by("language"), { kind: "all", ...total }])
    expect(share(total.lost, total.people), "people lost").toBeLessThanOrEqual(0.01)
    expect(share(total.kept, total.machines), "machines kept").toBeLessThanOrEqual(0.05)
    expect(share(total.false, total.calm), "false waiting").toBeLessThanOrEqual(0.02)
    expect(share(total.missed, total.waiting), "missed waiting").toBeLessThanOrEqual(0.02)
  })

  it("finds the direction by who wrote, whatever the service says", () => {
    const wrong = cases.flatMap(({ raw, expect: wanted }) =>
      conversationTouches("a", raw, "UTC", ours).filter((touch) => {
        const want = wanted.messages[touch.id.slice("message:a:".length)]
        return want?.verdict === "person" && want.direction !== touch.direction
      }),
    )
    expect(wrong).toEqual([])
  })
})
