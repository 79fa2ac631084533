import type { Book } from "./book"
import type { Customer } from "./customer"
import type { Row } from "./details"
import { uuid } from "./ids"
import type { Person } from "./people"
import { Random } from "./random"

/** Vitally's records of contact with one customer. */
export interface TouchRows {
  conversations: Row[]
  notes: Row[]
  meetings: Row[]
  nps: Row[]
}

/** HTML as mail programs and attackers write it; readers must come away with text. */
const hostileHtml =
  '<div><p>Hello,</p><script>window.pwned = true</script><p onclick="alert(1)">could you look at <a href="javascript:alert(1)">this</a>? ' +
  '<img src="https://tracker.example/p.gif" width=1 height=1></p><style>*{display:none}</style></div>'

const subjects = [
  "Upgrade window next month",
  "Search contexts for the platform team",
  "Precise navigation for Kotlin",
  "Batch change review",
  "Code Intelligence uploads failing",
  "Rollout to the payments group",
]

export function makeTouches(book: Book, customer: Customer, people: Person[]): TouchRows {
  const rows: TouchRows = { conversations: [], notes: [], meetings: [], nps: [] }
  if (customer.silent || customer.noData) return rows
  const random = new Random(book.saltOf(customer), customer.index, "touches")
  const { calendar } = book
  const advisor = book.advisorOf(customer)
  const person = (): Person | undefined => (people.length ? random.pick(people) : undefined)
  let messages = 0

  const conversation = (
    source: string,
    subject: string,
    parts: { at: string; inbound: boolean; html: string; typed?: string }[],
  ): void => {
    const n = rows.conversations.length
    const id = uuid("conversation", customer.index, n)
    const who = person()
    rows.conversations.push({
      id,
      createdAt: parts[0]?.at,
      updatedAt: parts.at(-1)?.at,
      externalId: `thread-${customer.index}-${n}`,
      subject,
      status: source === "zendesk" ? "open" : null,
      rating: null,
      source,
      traits: source === "zendesk" ? { "zendesk.status": "open", "zendesk.priority": "normal" } : {},
      accounts: [{ id: customer.id, name: customer.name }],
      users: who ? [{ id: who.id, name: who.name, email: who.email }] : [],
      admins: [{ id: advisor.id, name: advisor.name, email: advisor.email }],
      messages: parts.map((part) => {
        const us = { type: "admin", id: advisor.id }
        const them = who ? { type: "user", id: who.id } : {}
        return {
          id: uuid("message", customer.index, messages++),
          type: part.typed ?? (part.inbound ? "inbound" : "outbound"),
          externalId: `message-${customer.index}-${messages}`,
          externalUrl: null,
          conversationId: id,
          timestamp: part.at,
          message: part.html,
          from: part.inbound ? them : us,
          to: [part.inbound ? us : them],
          cc: [],
          bcc: [],
        }
      }),
    })
  }

  // Copies from Gmail sometimes carry the wrong type; who sent the message is still right.
  const mistyped = customer.index >= 20 && customer.index % 10 === 3 ? { typed: "inbound" } : {}
  const last = customer.health.lastActivityDays ?? random.int(4, 60)
  conversation("google", random.pick(subjects), [
    { at: calendar.at(-last - 3, 9, 12), inbound: true, html: "<p>Can we talk about the next steps?</p>" },
    {
      at: calendar.at(-last, 13, 40),
      inbound: false,
      html: "<p>Yes, gladly. I wrote down a plan.</p>",
      ...mistyped,
    },
  ])
  conversation(random.chance(0.5) ? "intercom" : "zendesk", random.pick(subjects), [
    { at: calendar.at(-last - 16, 8, 5), inbound: true, html: hostileHtml },
    { at: calendar.at(-last - 15, 15, 20), inbound: false, html: "<p>Fixed in the newest patch.</p>" },
  ])
  // Calendar mail and campaigns: newer than any human contact, and none of it counts as one.
  conversation("google", `Invitation: ${customer.name} weekly @ Thu 3pm - 3:30pm`, [
    {
      at: calendar.at(-Math.min(last, 3), 7),
      inbound: false,
      html: "<p>You have been invited to the following event.</p>",
    },
  ])
  conversation("vitally", "Release notes: what is new this month", [
    {
      at: calendar.at(-Math.min(last, 6), 6),
      inbound: false,
      html: "<p>Dear all, here is what is new. <a href='https://example.com/unsubscribe'>Unsubscribe</a></p>",
    },
  ])
  if (customer.waitingHours !== undefined)
    conversation("google", "Licence count before our renewal", [
      {
        at: calendar.hoursAgo(customer.waitingHours),
        inbound: true,
        html: "<p>Could you tell us how many of our seats are in use? We need it for the budget round.</p>",
      },
    ])

  const note = (subject: string, days: number, html: string, source: string | null, tags: string[]): void => {
    const n = rows.notes.length
    rows.notes.push({
      id: uuid("note", customer.index, n),
      createdAt: calendar.at(-days, 16),
      updatedAt: calendar.at(-days, 16),
      externalId: source ? `${source}-${customer.index}-${n}` : null,
      accountId: customer.id,
      organizationId: null,
      subject,
      note: html,
      noteDate: n % 2 ? calendar.day(-days) : calendar.at(-days, 15),
      meetingDescription: null,
      authorId: advisor.id,
      categoryId: uuid("category", 100 + (n % 3)),
      tags,
      users: [],
      archivedAt: null,
      source,
      traits: {},
    })
  }
  note(
    "Quarterly plan",
    last + 8,
    "<p>Goals agreed: <b>80%</b> of seats.</p><ul><li>Enable two more teams</li><li>Upgrade</li></ul>",
    null,
    ["plan"],
  )
  note("Call with the platform team", last + 20, hostileHtml, "gong", ["call"])

  const meeting = (title: string, days: number, hour: number, source: string): void => {
    const n = rows.meetings.length
    rows.meetings.push({
      id: uuid("meeting", customer.index, n),
      createdAt: calendar.at(-Math.abs(days) - 7, 9),
      updatedAt: calendar.at(-Math.max(1, Math.abs(days)), 9),
      externalId: `event-${customer.index}-${n}`,
      title,
      description: null,
      location: null,
      startDateTime: calendar.at(days, hour),
      endDateTime: calendar.at(days, hour, 30),
      startDate: null,
      endDate: null,
      externalStatus: "confirmed",
      recordingUrl: null,
      videoConferenceUri: "https://meet.example/abc-defg-hij",
      conferenceSolution: "Google Meet",
      summary: null,
      keyPoints: [],
      riskAssessment: null,
      source,
      participants: [
        { email: advisor.email, name: advisor.name, vitallyUserId: advisor.id },
        ...people.slice(0, 2).map((p) => ({ email: p.email, name: p.name, userId: p.id })),
      ],
      accounts: [{ id: customer.id, name: customer.name }],
      organizations: [],
      notes: [],
      tasks: [],
      traits: {},
      archivedAt: null,
    })
  }
  meeting(`${customer.name} sync`, -last - 7, 15, "google")
  if (random.chance(0.6) || customer.showcase)
    meeting(`${customer.name} sync`, random.int(1, 12), 14, "google")

  if (people.length && random.chance(0.5)) {
    const who = random.pick(people)
    rows.nps.push({
      id: uuid("nps", customer.index, 0),
      createdAt: calendar.at(-40, 9),
      updatedAt: calendar.at(-40, 9),
      externalId: null,
      userId: who.id,
      user: { id: who.id, name: who.name, email: who.email },
      score: random.int(3, 10),
      feedback: random.chance(0.5) ? "Search is great, upgrades take us too long." : null,
      respondedAt: calendar.at(-40, 9),
      dismissedAt: null,
    })
  }
  return rows
}
