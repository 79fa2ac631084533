/** Mails that real systems and people write, held to the goals: nobody lost, no machine taken for a person. */
import fc from "fast-check"
import { expect, it } from "vitest"

import { openQuestion } from "~src/domain/evidence/mail/waiting"
import { type HardMail, hardMails } from "~test/fixtures/contact/hard-mails"
import { type Clothes, conversation, dress } from "~test/unit/assess/evidence-items"
import type { VitallyConversation } from "../vitally/rows"
import { conversationTouches } from "./conversation-touches"

const ours = { admins: new Map([["maya", "Maya Lund"]]), domains: new Set(["ours.example"]) }
const bare: Clothes = { prefix: "", banner: "", footer: "", quoted: false, shell: "plain" }

const touchesOf = (mail: HardMail, clothes: Clothes) =>
  conversationTouches(
    "a",
    conversation(mail, "1", Date.parse("2026-11-09T09:00:00Z"), clothes) as VitallyConversation,
    "UTC",
    ours,
  )

const letters = { person: "p", machine: "m", calendar: "m", internal: "i", unsure: "u" } as const

it.each(hardMails)("$id ($language)", (mail) => {
  const touches = touchesOf(mail, bare)
  const turns = touches.map(({ direction, verdict = "person", reason, says }) => ({
    direction,
    verdict,
    bounced: reason === "bounced",
    says,
  }))
  const seen = touches
    .map(({ verdict }, nth) => (mail.expect[nth] === "?" ? "?" : letters[verdict ?? "person"]))
    .join("")
  const waits = openQuestion(turns, touches.at(-1)?.ticket ?? "none") !== undefined
  const because = JSON.stringify(touches.map(({ reason, clues }) => [reason, clues]))
  expect({ seen, waits }, because).toEqual({ seen: mail.expect, waits: mail.waits })
})

it("judges them alike behind banners, above footers and older mail, from any mail program", () => {
  const seen = (mail: HardMail, clothes: Clothes) =>
    touchesOf(mail, clothes).map(({ verdict }, nth) => {
      if (mail.expect[nth] === "?") return "?"
      // Mail of our own desk to us counts as little as a machine's.
      return verdict === "internal" && mail.expect[nth] === "m" ? "m" : letters[verdict ?? "person"]
    })
  fc.assert(
    fc.property(fc.constantFrom(...hardMails), dress, (mail, clothes) => {
      expect(seen(mail, clothes).join(""), mail.id).toBe(mail.expect)
    }),
    { numRuns: 800 },
  )
})
