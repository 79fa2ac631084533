/** Meetings, notes and Salesforce activities as systems and people really name them, written before the judges were run on them. */
import { describe, expect, it } from "vitest"

import { defaultPolicy } from "../policy/presets"
import { judgeActivity } from "./activity"
import { judgeMeeting, type Participant } from "./meeting"
import { judgeNote } from "./note"
import { defaultEvidence } from "./words"

const us: Participant = { side: "ours", declined: false }
const them: Participant = { side: "theirs", declined: false }
const no = (one: Participant): Participant => ({ ...one, declined: true })

describe("meetings", () => {
  it.each<[string, Partial<Parameters<typeof judgeMeeting>[0]>, boolean]>([
    ["Globex / Ours monthly", { participants: [us, them] }, true],
    ["Globex monthly", { participants: [us, them, no(them)] }, true],
    ["Globex monthly", { participants: [us, no(them)] }, false],
    ["Globex monthly", { participants: [no(us), them] }, false],
    ["Globex monthly", { participants: [no(us), us, them] }, true],
    ["Globex monthly", { participants: [no(us), them], proof: true }, true],
    ["CANCELLED - Globex monthly", { participants: [us, them] }, false],
    ["Annulé : point mensuel", { participants: [us, them] }, false],
    ["[Abgesagt] Jour fixe", { participants: [us, them] }, false],
    ["Globex monthly (cancelled)", { participants: [us, them] }, false],
    ["No show: Petra Hale", { participants: [us, them] }, false],
    ["Geannuleerd: kwartaaloverleg", { participants: [us, them] }, false],
    ["Odwołane: przegląd", { participants: [us, them] }, false],
    ["已取消：季度回顾", { participants: [us, them] }, false],
    ["Cancellation policy review", { participants: [us, them] }, true],
    ["Declined PRs: how we review", { participants: [us, them] }, true],
    ["Why we postponed the upgrade", { participants: [us, them] }, true],
    ["Absagequote senken", { participants: [us, them] }, true],
    ["Team standup", { participants: [us, us] }, false],
    ["Customer day", { participants: [us, ...Array.from({ length: 40 }, () => them)] }, false],
    ["Community webinar", { participants: [us, them, them], customers: 3 }, false],
    ["Globex monthly", { participants: [] }, false],
    ["Globex monthly", { participants: [], proof: true }, true],
  ])("%s %#", (title, facts, counts) => {
    const meeting = { title, cancelled: false, proof: false, participants: [], customers: 1, ...facts }
    expect(judgeMeeting(meeting, 25).verdict === "person").toBe(counts)
  })
})

describe("notes", () => {
  const words = { gives: defaultPolicy.contact.callLikeNoteCategories, takes: defaultEvidence.takesAway }
  it.each<[string, string, boolean]>([
    ["Call", "Weekly", true],
    ["Customer Call", "", true],
    ["Zoom meeting", "", true],
    ["QBR", "", true],
    ["Email", "Re: seats", true],
    ["On-site visit", "", true],
    ["Meeting Notes", "Platform review", true],
    ["CALL", "", true],
    ["Call - Customer", "", true],
    ["Internal", "", false],
    ["Internal Meeting", "", false],
    ["Meeting (internal)", "", false],
    ["Meeting prep", "", false],
    ["Call preparation", "", false],
    ["Draft: call summary", "", false],
    ["Missed call", "", false],
    ["No Show", "", false],
    ["No-show meeting", "", false],
    ["Call sync error", "", false],
    ["Recall notice", "", false],
    ["Emailing list", "", false],
    ["Competitive intelligence", "", false],
    ["Call", "Missed: no answer", false],
    ["Call", "Voicemail left", false],
    ["Call", "How to handle missed alerts", true],
    ["Call", "Internal tools at Globex", true],
    ["Call", "Internal: what we think", false],
    ["", "Call with Petra", false],
  ])("%s | %s", (category, subject, counts) => {
    expect(judgeNote(category, subject, words).verdict === "person").toBe(counts)
  })
})

describe("Salesforce activities", () => {
  const words = { gives: defaultEvidence.activities, takes: defaultEvidence.takesAway }
  it.each<[subtype: string, type: string, subject: string, counts: boolean]>([
    ["Call", "Call", "Call", true],
    ["Call", "", "Quarterly check-in", true],
    ["Email", "Email", "Email: Re: Renewal", true],
    ["Task", "Call", "Petra Hale", true],
    ["Task", "", "Met Petra at the conference", true],
    ["Task", "", "Called Petra about seats", true],
    ["Task", "Meeting", "On-site", true],
    ["Task", "Email", "Email: Intro", true],
    ["Task", "", "Prepare QBR", false],
    ["Task", "", "Update forecast", false],
    ["Task", "", "Schedule call with Petra", false],
    ["Task", "", "Send contract", false],
    ["Task", "", "Internal: align on pricing", false],
    ["Task", "", "Recall the offer", false],
    ["Task", "", "Angebot erstellen", false],
    ["Task", "", "Anruf mit Petra", true],
    ["Task", "", "Llamada con Petra", true],
    ["ListEmail", "", "List Email: News", false],
    ["Cadence", "", "Step 2 - Call", false],
    ["Email", "", "Email: Automatic reply: Roadmap", false],
    ["Email", "", "Email: Automatische Antwort: Angebot", false],
    ["Email", "", "Email: Undeliverable: Offer", false],
    ["Email", "", "Email: Accepted: QBR", false],
    ["Email", "", "Email: Accepted your proposal, next steps", true],
    ["Email", "", "Email: >> Out of office coverage for go-live", true],
    ["Call", "", "No answer, left voicemail", false],
    ["Call", "", "Attempted call", false],
    ["Task", "Call", "LVM", false],
    ["Call", "", "Missed alerts: how to route them", true],
  ])("%s / %s / %s", (subtype, type, subject, counts) => {
    expect(judgeActivity({ subtype, type, subject }, words, "UTC").verdict === "person").toBe(counts)
  })
})
