/** Mails that real systems and people write, held to the goals: nobody lost, no machine taken for a person. */
import { expect, it } from "vitest"

import { openQuestion } from "~src/domain/evidence/mail/waiting"
import { type HardMail, hardMails } from "~test/fixtures/contact/hard-mails"
import { conversationTouches } from "./conversation-touches"

const people = {
  us: { type: "admin", id: "maya" },
  them: { type: "user", id: "petra" },
} as const
const ours = { admins: new Map([["maya", "Maya Lund"]]), domains: new Set(["ours.example"]) }

function raw({ id, subject, source = "gmail", status, messages }: HardMail) {
  let at = Date.parse("2026-11-09T09:00:00Z")
  return {
    id,
    subject,
    source,
    ...(status !== undefined && { status }),
    users: [{ id: "petra", name: "Petra Hale", email: "petra.hale@globex.example" }],
    admins: [{ id: "maya", name: "Maya Lund", email: "maya.lund@ours.example" }],
    accounts: [{ id: "a" }],
    messages: messages.map(([from, text, after = 60], nth) => {
      at += after * 60_000
      const found = /^(.*) <(.*)>$/.exec(from)
      return {
        id: `${id}-${nth.toString()}`,
        timestamp: new Date(at).toISOString(),
        message: text,
        type: from === "us" ? "outbound" : "inbound",
        from: found ? { type: "user", name: found[1], email: found[2] } : people[from as keyof typeof people],
        to: [from === "us" ? people.them : people.us],
      }
    }),
  }
}

const letters = { person: "p", machine: "m", calendar: "m", internal: "i", unsure: "u" } as const

it.each(hardMails)("$id ($language)", (mail) => {
  const touches = conversationTouches("a", raw(mail), "UTC", ours)
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
