/** Items of every kind that no person's exchange is, as the services give them, dressed in many ways. */
import fc from "fast-check"

import { type HardMail, hardMails } from "~test/fixtures/contact/hard-mails"

export type Row = Record<string, unknown>

/** What is added to a customer. */
export interface Item {
  conversations?: Row[]
  meetings?: Row[]
  notes?: Row[]
  tasks?: Row[]
  events?: Row[]
}

export const admins = [
  { id: "maya", name: "Maya Lund", email: "maya.lund@ours.example", licenseStatus: "active" },
  { id: "bo", name: "Bo Lind", email: "bo.lind@ours.example", licenseStatus: "active" },
]
export const users = [
  { id: "petra", name: "Petra Hale", email: "petra.hale@globex.example" },
  { id: "jon", name: "Jon Ek", email: "jon.ek@globex.example" },
]
const [us, them] = [
  { type: "admin", id: "maya" },
  { type: "user", id: "petra" },
]

/** Milliseconds before the case's clock; some of an hour ago, some of half a year. */
export const now = Date.parse("2026-11-30T15:00:00Z")
const instants = fc
  .integer({ min: 1, max: 180 * 24 })
  .map((hours) => new Date(now - hours * 3_600_000).toISOString())

export interface Clothes {
  prefix: string
  banner: string
  footer: string
  quoted: boolean
  shell: "plain" | "ltr" | "outlook"
}

/** What a message may be dressed in without being another's: banners, prefixes, footers, quoted mail, a program's HTML. */
const wardrobe = {
  prefix: ["", "[EXTERNAL] ", "EXTERN: ", "[EXT] ", "(External) ", "[External Sender] "],
  banner: [
    "",
    "<p>CAUTION: This email originated from outside of the organization.</p>",
    "<p>Externe E-Mail: Bitte keine Links öffnen.</p>",
    "<p>Attention : ce courriel provient de l'extérieur de l'organisation.</p>",
  ],
  footer: [
    "",
    "<p>This message is confidential and intended solely for the addressee. If you have received it in error, please delete it.</p>",
    "<p>Diese Nachricht kann vertrauliche Informationen enthalten. Wenn Sie nicht der richtige Adressat sind, löschen Sie sie bitte.</p>",
    "<p>Ce message est confidentiel et destiné exclusivement à son destinataire.</p>",
  ],
  quoted: [false, true],
  shell: ["plain", "ltr", "outlook"],
} as const

export const dress: fc.Arbitrary<Clothes> = fc.record({
  prefix: fc.constantFrom(...wardrobe.prefix),
  banner: fc.constantFrom(...wardrobe.banner),
  footer: fc.constantFrom(...wardrobe.footer),
  quoted: fc.constantFrom(...wardrobe.quoted),
  shell: fc.constantFrom(...wardrobe.shell),
})

function dressed(text: string, { banner, footer, quoted, shell }: Clothes): string {
  const lines = text.startsWith("<") ? text : text.split("\n").join("<br>")
  const older = quoted
    ? '<div class="gmail_quote">On Mon, 2 Nov 2026, Maya Lund wrote:<blockquote>Hi Petra, could you send us the numbers?</blockquote></div>'
    : ""
  const inside =
    shell === "plain"
      ? lines
      : `<div${shell === "ltr" ? ' dir="ltr"' : ' class="WordSection1"'}>${lines}</div>`
  return `${banner}${inside}${footer}${older}`
}

/** @param endsAt when its last message came. */
export function conversation(
  { id, subject, source = "gmail", status, messages }: HardMail,
  serial: string,
  endsAt: number,
  clothes: Clothes,
): Row {
  const minutes = messages.map(([, , after = 60], nth) => (nth === 0 ? 0 : after))
  let time = endsAt - minutes.reduce((sum, one) => sum + one, 0) * 60_000
  const createdAt = new Date(time).toISOString()
  return {
    id: `${id}-${serial}`,
    subject: `${clothes.prefix}${subject}`,
    source,
    ...(status !== undefined && { status }),
    createdAt,
    updatedAt: new Date(endsAt).toISOString(),
    accounts: [{ id: "a" }],
    users,
    admins,
    messages: messages.map(([from, text], nth) => {
      time += (minutes[nth] ?? 0) * 60_000
      const found = /^(.*) <(.*)>$/.exec(from)
      return {
        id: `${id}-${serial}-${nth.toString()}`,
        timestamp: new Date(time).toISOString(),
        type: from === "us" ? "outbound" : "inbound",
        from: found ? { type: "user", name: found[1], email: found[2] } : from === "us" ? us : them,
        to: [from === "us" ? them : us],
        message: from === "us" ? `<div dir="ltr">${text}</div>` : dressed(text, clothes),
      }
    }),
  }
}

const lone = hardMails.filter(({ expect, messages }) => /^m+$/.test(expect) && messages[0]?.[0] !== "us")
const answers = hardMails.filter(({ expect }) => expect === "pm")

/** A machine's or a calendar's mail in a thread of its own. */
const machineMail = fc
  .tuple(fc.constantFrom(...lone), fc.uuid(), instants, dress)
  .map(([mail, serial, at, clothes]): Item => ({
    conversations: [conversation(mail, serial, Date.parse(at), clothes)],
  }))

/** Our mail, and the same thread with the machine's answer: the answer must change nothing. */
export const answeredByMachine = fc
  .tuple(fc.constantFrom(...answers), fc.uuid(), instants, dress)
  .map(([mail, serial, at, clothes]) => {
    const whole = conversation(mail, serial, Date.parse(at), clothes)
    const [ours] = whole.messages as Row[]
    return { id: mail.id, before: { ...whole, subject: "Globex", messages: [ours] }, after: whole }
  })

const amongUs = fc
  .tuple(fc.uuid(), instants, fc.constantFrom("What do we tell Globex?", "Bitte um Freigabe", "FYI"))
  .map(([serial, at, text]): Item => ({
    conversations: [
      {
        id: `among-${serial}`,
        subject: "Globex",
        source: "gmail",
        createdAt: at,
        updatedAt: at,
        accounts: [{ id: "a" }],
        users: [],
        admins,
        messages: [
          {
            id: `among-${serial}`,
            timestamp: at,
            type: "outbound",
            from: us,
            to: [{ type: "admin", id: "bo" }],
            message: text,
          },
        ],
      },
    ],
  }))

const participant = (id: "maya" | "bo" | "petra" | "jon", responseStatus: string): Row => {
  const ours = id === "maya" || id === "bo"
  return {
    ...(ours ? { vitallyUserId: id } : { userId: id }),
    email: [...admins, ...users].find((one) => one.id === id)?.email,
    responseStatus,
  }
}
const room = { email: "c_1888a@resource.calendar.google.com", responseStatus: "accepted", resource: true }

/** Meetings that did not take place between us and them. */
const noMeeting = fc
  .tuple(
    fc.uuid(),
    instants,
    fc.constantFrom<Row>(
      { participants: [participant("maya", "accepted"), participant("bo", "accepted")] },
      { participants: [participant("maya", "accepted"), participant("petra", "declined")] },
      { participants: [participant("maya", "declined"), participant("petra", "accepted")] },
      { participants: [participant("maya", "accepted"), room] },
      {
        participants: [participant("maya", "accepted"), participant("petra", "accepted")],
        externalStatus: "cancelled",
      },
      {
        participants: [participant("maya", "accepted"), participant("petra", "accepted")],
        title: "Canceled: Monthly",
      },
      {
        participants: [participant("maya", "accepted"), participant("petra", "accepted")],
        title: "Abgesagt: Jour fixe",
      },
      { participants: [] },
    ),
  )
  .map(([id, at, meeting]): Item => ({
    meetings: [
      {
        id,
        title: "Globex monthly",
        startDateTime: at,
        endDateTime: new Date(Date.parse(at) + 1_800_000).toISOString(),
        accounts: [{ id: "a" }],
        ...meeting,
      },
    ],
  }))

const noNote = fc
  .tuple(
    fc.uuid(),
    instants,
    fc.constantFrom(
      "Internal sync",
      "Internal call",
      "Call prep",
      "Meeting preparation",
      "Draft email",
      "Missed call",
      "No show",
      "No-show call",
      "Email sync error",
      "Interne Besprechung",
      "Anruf verpasst",
      "Réunion interne",
      "Reunión - borrador",
      "Recall",
      "Competitor",
      "",
    ),
  )
  .map(([id, at, category]): Item => ({
    notes: [
      {
        id,
        noteDate: at,
        createdAt: at,
        subject: "Globex",
        note: "<p>…</p>",
        category: { id: category, name: category },
      },
    ],
  }))

const noTask = fc
  .tuple(
    fc.integer({ min: 1, max: 9_999 }),
    instants,
    fc.constantFrom<Row>(
      { TaskSubtype: "Task", Subject: "Prepare the QBR deck" },
      { TaskSubtype: "Task", Subject: "Schedule a call" },
      { TaskSubtype: "Task", Subject: "Update the renewal forecast", Type: "Other" },
      { TaskSubtype: "Task", Subject: "Angebot vorbereiten" },
      { TaskSubtype: "ListEmail", Subject: "List Email: November news" },
      { TaskSubtype: "Cadence", Subject: "Step 3: Email" },
      { TaskSubtype: "Email", Subject: "Email: Automatic reply: Roadmap" },
      { TaskSubtype: "Email", Subject: "Email: Undeliverable: Roadmap" },
      { TaskSubtype: "Email", Subject: "Email: Accepted: Monthly" },
    ),
  )
  .map(([number, at, task]): Item => ({
    tasks: [
      {
        Id: `00T${String(number).padStart(12, "0")}`,
        IsClosed: true,
        Status: "Completed",
        ActivityDate: at.slice(0, 10),
        CompletedDateTime: at,
        CreatedDate: at,
        ...task,
      },
    ],
  }))

const noEvent = fc
  .tuple(
    fc.integer({ min: 1, max: 9_999 }),
    instants,
    fc.constantFrom<Row>({ IsChild: true }, { IsRecurrence: true }),
  )
  .map(([number, at, event]): Item => ({
    events: [
      {
        Id: `00U${String(number).padStart(12, "0")}`,
        Subject: "Globex monthly",
        StartDateTime: at,
        EndDateTime: new Date(Date.parse(at) + 1_800_000).toISOString(),
        ActivityDate: at.slice(0, 10),
        ...event,
      },
    ],
  }))

export const noContact = fc.oneof(
  { weight: 6, arbitrary: machineMail },
  amongUs,
  noMeeting,
  noNote,
  noTask,
  noEvent,
)

/** A thread by people: answered, or a question that is open. */
export const people = fc.tuple(fc.uuid(), instants, fc.boolean()).map(([id, at, open]): Item => {
  const message = (nth: number, from: Row, to: Row, text: string) => ({
    id: `${id}-${String(nth)}`,
    timestamp: new Date(Date.parse(at) - (2 - nth) * 60_000).toISOString(),
    type: from === us ? "outbound" : "inbound",
    from,
    to: [to],
    message: `<div dir="ltr">${text}</div>`,
  })
  const asked = message(0, them, us, "Hi Maya, can you look at the failing sync?")
  const answered = message(1, us, them, "Hi Petra, fixed this morning, please try again.")
  return {
    conversations: [
      {
        id,
        subject: "Failing sync",
        source: "gmail",
        createdAt: at,
        updatedAt: at,
        accounts: [{ id: "a" }],
        users,
        admins,
        messages: open ? [asked] : [asked, answered],
      },
    ],
  }
})
