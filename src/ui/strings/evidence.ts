/** Why a touch counts as contact or not, and what the user can say of it. */
import type { Reason } from "~src/domain/verdict"

/** Completes "Doesn’t count: …" and "Perhaps: …". */
export const reasonWords: Record<Reason, string> = {
  wrote: "not answered yet",
  "took-place": "it took place",
  recorded: "it was recorded",
  logged: "somebody logged it",
  "auto-reply": "an automatic reply",
  bounce: "a delivery failure",
  bounced: "it never arrived",
  "ticket-notice": "a ticket notice",
  bot: "a bot wrote it",
  campaign: "a campaign",
  notice: "a tool’s notice",
  "calendar-mail": "calendar mail; the meeting itself is judged",
  "own-people": "only our own people",
  "internal-note": "an internal note",
  "not-held": "it did not take place",
  "other-customer": "another customer’s people",
  "no-people": "nobody is named",
  event: "an event with many people",
  "not-contact": "no call, meeting or email",
  "note-category": "notes of this category record no contact",
  "list-mail": "a list email or cadence",
  "sent-from-vitally": "sent from Vitally and not answered",
  forwarded: "forwarded without a word",
  empty: "it is empty",
  "too-little": "too little to tell",
  corrected: "you said so",
  rule: "a rule of your team",
}

export const touchState = {
  doesNotCount: (reason: string) => `Doesn’t count: ${reason}`,
  doesNotCountAtAll: "Doesn’t count as contact",
  perhaps: (reason: string) => `Perhaps contact: ${reason}. Your word decides.`,
  countsBecause: (reason: string) => `Counts: ${reason}`,
  waits: "Waits for our answer",
  noAnswer: "No answer needed, you said",
}

export const corrections = {
  wasContact: "This was contact",
  wasNot: "This was not",
  noAnswerNeeded: "No answer needed",
  undo: "Undo",
  of: (what: string, name: string) => `${what}: ${name}`,
  undoOf: (name: string) => `Undo what you said of ${name}`,
  saidContact: (name: string) => `Counts as contact now: ${name}`,
  saidNot: (name: string) => `No longer counts as contact: ${name}`,
  saidNoAnswer: (name: string) => `No answer needed: ${name}`,
}

/** The popup's, whose rows are customers. */
export const waitingCorrections = {
  menu: (name: string) => `${name} needs no answer, or it was no contact`,
  noAnswerNeeded: "No answer needed",
  wasNot: "This was not contact",
  saidNoAnswer: (name: string) => `${name} needs no answer`,
  saidNot: (name: string) => `No longer counts as contact with ${name}`,
}
