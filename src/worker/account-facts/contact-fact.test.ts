import { expect, it } from "vitest"

import type { ContactRow, TouchRow } from "../cache/rows"

import { contactFact } from "./contact-fact"

const clock = { now: "2026-11-25T10:00:00Z", today: "2026-11-25", timeZone: "America/New_York" }

const row = (raw: object): ContactRow => ({
  id: "u1",
  accountId: "a1",
  readAt: "2026-11-25T09:00:00Z",
  raw: { id: "u1", name: "Petra Quispe", ...raw },
})

const touch = (rest: Partial<TouchRow>): TouchRow => ({
  id: "t",
  accountId: "a1",
  at: "2026-11-24T08:00:00Z",
  on: "2026-11-24",
  channel: "email",
  direction: "inbound",
  automatic: false,
  source: "vitally",
  ...rest,
})

const lastTouch = (raw: object, touches: TouchRow[] = []) =>
  contactFact(row(raw), touches, { clock })?.lastTouchOn

it.each([
  ["who wrote", { who: "Petra Quispe" }, "2026-11-24"],
  ["who was at a meeting", { who: "Wen Rossi, Petra Quispe" }, "2026-11-24"],
  ["somebody else", { who: "Petra Quispe-Meier" }, undefined],
  ["an out-of-office mail", { who: "Petra Quispe", automatic: true }, undefined],
  ["a meeting to come", { who: "Petra Quispe", on: "2026-11-26" }, undefined],
] as const)("takes the last touch from the account's own: %s", (_, rest, expected) => {
  expect(lastTouch({}, [touch(rest)])).toBe(expected)
})

it("counts message times in the user's days, and none that lie in the future", () => {
  expect(lastTouch({ lastInboundMessageTimestamp: "2026-11-21T02:00:00Z" })).toBe("2026-11-20")
  expect(lastTouch({ lastOutboundMessageTimestamp: "2026-12-21T02:00:00Z" })).toBeUndefined()
  expect(lastTouch({ lastInboundMessageTimestamp: "soon" })).toBeUndefined()
})

it("leaves out who has left", () => {
  expect(contactFact(row({ deactivatedAt: "2026-01-01T00:00:00Z" }), [], { clock })).toBeNull()
})
