import { describe, expect, it } from "vitest"

import type { Touch } from "~src/domain/facts"
import { correctedTouches, correctionId, fits } from "./corrections"

const touch: Touch & { id: string } = {
  id: "message:a:1",
  at: "2026-11-20T09:00:00Z",
  channel: "email",
  direction: "inbound",
  automatic: false,
  source: "vitally",
  verdict: "machine",
  reason: "notice",
  email: "alerts@petrel.example",
  subject: "Réunion mensuelle",
}

describe("what the user and the team say of a touch", () => {
  it("wins over the judge, by hand before the team's rule", () => {
    const rule = { match: "domain" as const, text: "petrel.example", counts: true }
    expect(correctedTouches([touch], [], [rule])[0]).toMatchObject({ verdict: "person", reason: "rule" })
    const said = { id: correctionId(touch.id), verdict: "not-contact" as const }
    expect(correctedTouches([touch], [said], [rule])[0]).toMatchObject({
      verdict: "machine",
      reason: "corrected",
    })
  })

  it.each([
    [{ match: "sender" as const, text: "Alerts@petrel.example", counts: true }, true],
    [{ match: "domain" as const, text: "@petrel.example", counts: true }, true],
    [{ match: "domain" as const, text: "rel.example", counts: true }, false],
    [{ match: "subject" as const, text: "reunion", counts: true }, true],
    [{ match: "subject" as const, text: ".*", counts: true }, false],
    [{ match: "subject" as const, text: " ", counts: true }, false],
  ])("reads a rule as plain text: %o", (rule, expected) => expect(fits(rule, touch)).toBe(expected))

  it("keeps that no answer is needed", () => {
    const said = { id: correctionId(touch.id), noAnswer: "2026-11-21T09:00:00Z" }
    expect(correctedTouches([touch], [said], [])[0]?.noAnswer).toBe(true)
  })
})
