/** The states of the book and of the coverage page. */
import type { Book, BookRow, CoveragePlan } from "~src/messaging/views/lists"
import type { BookPageRequest } from "~src/messaging/views/book"
import { sampleBook, samplePage, sampleRow } from "~src/ui/app/testing/samples"
import { weekCustomers, weekHistory, weekRows } from "~src/ui/app/testing/week-samples"
import { connectedSettings } from "~src/ui/options/testing/samples"
import { sampleStatus } from "~src/ui/popup/testing/samples"

import { never } from "../fake-worker"
import { type Answers, faults, type PageState } from "../page-state"

const settings = { ...connectedSettings, me: { adminId: "ada", name: "Ada Moss", role: "" } }
const usual = sampleStatus()

const due = {
  contactStatus: "overdue",
  daysSinceContact: 41,
  renewalOn: "2027-03-13",
  earlyOn: "2026-09-14",
  formalOn: "2026-11-13",
  daysOut: 110,
} as const

const rows: BookRow[] = [
  sampleRow("Globex Corporation", {
    ...due,
    tier: "Strategic",
    tierRank: 0,
    band: "poor",
    score: 2.6,
    arr: 1_200_000,
    mauOverSeats: 0.62,
    lighthouse: true,
    waitingSince: "2026-11-18",
    topActions: [{ id: "x", title: "Complete the Health Assessment", dueOn: null }],
  }),
  sampleRow("Vandelay Industries Import and Export", { lighthouse: true, arr: 310_000, mauOverSeats: 0.9 }),
  sampleRow("Hooli", {
    daysSinceContact: null,
    contactStatus: "unknown",
    arr: 80_000,
    band: "unknown",
    score: null,
  }),
  sampleRow("Initech", {
    band: "concerning",
    score: 5.4,
    tier: null,
    tierRank: null,
    daysSinceContact: 3,
    renewalOn: "2026-11-02",
    daysOut: -21,
    formalOn: "2026-07-05",
    earlyOn: "2026-05-06",
  }),
  sampleRow("Umbrella", {
    contactStatus: "due-soon",
    daysSinceContact: 27,
    waitingSince: "2026-11-20",
    arr: 45_000,
  }),
  sampleRow("Wayne Enterprises", {
    tier: "Large Enterprise",
    contactStatus: "exempt",
    renewalOn: "2027-09-30",
    daysOut: 311,
    formalOn: "2027-06-02",
    earlyOn: "2027-04-03",
  }),
]

const hard: BookRow[] = [
  sampleRow(
    "Rheinische Beteiligungs- und Vermögensverwaltungsgesellschaft der Vereinigten Hüttenwerke mbH & Co. KG",
    { ...due, lighthouse: true, waitingSince: "2026-11-18", arr: 12_400_000, currency: "EUR" },
  ),
  sampleRow("شركة الاتصالات السعودية المحدودة", { ...due, lighthouse: true, waitingSince: "2026-11-18" }),
  sampleRow("חברת החשמל לישראל", { tier: "Large Enterprise", stage: "3. Expanding & renewing" }),
  sampleRow("🚀 Rocketry <b>Labs</b>", {
    daysSinceContact: 1_204,
    contactStatus: "overdue",
    waitingSince: "2026-11-18",
  }),
  sampleRow("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", {
    daysOut: -1,
    renewalOn: "2026-11-22",
  }),
]

const bands = ["healthy", "concerning", "poor", "unknown"] as const
const many = Array.from({ length: 10_000 }, (_, nth) =>
  sampleRow(
    `Customer ${String(nth + 1).padStart(5, "0")}${nth % 7 === 0 ? " Import and Export Company" : ""}`,
    {
      band: bands[nth % 4] ?? "unknown",
      score: nth % 4 === 3 ? null : (nth % 97) / 10,
      daysSinceContact: nth % 120,
      arr: (nth % 200) * 1_000,
      ...(nth % 11 === 0 && { lighthouse: true }),
      ...(nth % 13 === 0 && { waitingSince: "2026-11-18" }),
    },
  ),
)

const plan: CoveragePlan = {
  from: "2026-11-24",
  to: "2026-11-30",
  rows: [
    {
      accountId: "globex",
      name: "Globex Corporation",
      tier: "Strategic",
      band: "poor",
      reasons: ["Contact is overdue since 12 Nov.", "Renews in 110 days."],
      before: ["Introduce your cover by email.", "Write down the next step."],
      renewalOn: "2027-03-13",
    },
    {
      accountId: "umbrella",
      name: "Umbrella",
      tier: "Mid-Market",
      band: "healthy",
      reasons: ["Waits for an answer since 20 Nov."],
      before: ["Answer, or name who will."],
    },
  ],
  steps: [
    { id: "a", text: "Share this plan with your manager." },
    { id: "b", text: "Set your status and an automatic reply that names your cover." },
  ],
  text: "Coverage",
}

const isBook = (value: unknown): value is Book =>
  typeof value === "object" && value !== null && "rows" in value

const answersOf = (book: unknown, more: Answers = {}): Answers => ({
  "book.get": book,
  // A page's window is cut from the state's own rows, by the worker's rules.
  "book.page": isBook(book) ? (request: BookPageRequest) => samplePage(book, request) : book,
  "book.csv": isBook(book) ? { rows: book.rows } : book,
  "book.views": [],
  "settings.get": settings,
  "settings.set": settings,
  "status.get": usual,
  "open.page": {},
  "coverage.plan": plan,
  ...more,
})

const of = (
  hash: string,
  about: string,
  book: unknown,
  more: Partial<PageState> = {},
  answers: Answers = {},
): PageState => ({
  page: "app",
  hash,
  about,
  answers: answersOf(book, answers),
  ...more,
})

const book: Book = sampleBook(rows)
const sheets: Answers = { "week.customers": weekCustomers(), "week.history": weekHistory }
const pool = weekCustomers(
  {},
  weekRows.filter(({ team }) => team !== null),
)
const empty = sampleBook([])
const reading = {
  ...usual,
  sync: { ...usual.sync, phase: "first", progress: 0.32, text: "3,200 of about 10,000 accounts" },
}
const old = "2026-11-21T17:40:00Z"
const offline = {
  ...usual,
  online: false,
  vitally: { ...usual.vitally, state: "offline", okAt: old },
  sync: { ...usual.sync, lastOkAt: old },
}
const refused = {
  ...usual,
  vitally: {
    ...usual.vitally,
    state: "needs-sign-in",
    text: faults.auth.title,
    fault: faults.auth,
    okAt: old,
  },
}
const unconnected = {
  ...usual,
  vitally: { service: "vitally", state: "not-connected", text: "Not connected." },
  me: null,
}

export const bookStates: Record<string, PageState> = {
  book: of("book", "The book", book),
  "book-names": of("book", "Long and right-to-left names", sampleBook(hard)),
  "book-owners": of(
    "book",
    "With a colleague's customers",
    sampleBook(rows.map((row, nth) => (nth % 2 ? { ...row, owner: "bo", ownerName: "Bo Lind" } : row))),
  ),
  "book-many": of("book", "10,000 customers", sampleBook(many)),
  "book-none-match": of("book", "No customer matches", book, { fill: { "Find a customer": "qqq" } }),
  "book-renewals": of("renewals", "Renewals", book),
  "book-renewals-none": of("renewals", "No renewal known", sampleBook([sampleRow("Hooli")])),
  "book-changes": of("changes", "Health changes", book, {}, { "week.history": weekHistory }),
  "book-changes-none": of(
    "changes",
    "No health changes",
    book,
    {},
    {
      "week.history": { ...weekHistory, changes: [], knownSince: null },
    },
  ),
  monday: of("monday", "Monday", book, {}, sheets),
  lighthouse: of("lighthouse", "Lighthouse", book, {}, sheets),
  scaled: of("scaled", "Scaled desk", book, {}, { ...sheets, "week.customers": pool }),
  team: of("team", "Team", sampleBook(weekRows, { today: "2026-11-30" }), {}, sheets),
  "book-empty": of("book", "No customer of mine", empty),
  "book-not-connected": of(
    "book",
    "Nothing is connected",
    sampleBook([], { owner: null, owners: [] }),
    {},
    {
      "status.get": unconnected,
      "settings.get": { ...settings, me: null, vitally: { ...settings.vitally, connected: false } },
    },
  ),
  "book-loading": of("book", "Before the first answer", never),
  "book-first": of("book", "The first sync begins", empty, {}, { "status.get": reading }),
  "book-first-half": of(
    "book",
    "The first sync has read some",
    sampleBook(rows.slice(0, 3)),
    {},
    { "status.get": reading },
  ),
  "book-offline": of("book", "Offline, from the cache", book, {}, { "status.get": offline }),
  "book-refused": of("book", "Vitally refuses the key; the book stays", book, {}, { "status.get": refused }),
  "book-failed": of("book", "The worker does not answer", faults.silent),
  coverage: of("coverage", "Before a plan", book),
  "coverage-plan": of("coverage", "A plan", book, { click: ["role=button[name='Show the plan']"] }),
  "coverage-none": of(
    "coverage",
    "Nobody needs cover",
    book,
    { click: ["role=button[name='Show the plan']"] },
    { "coverage.plan": { ...plan, rows: [] } },
  ),
  "coverage-backwards": of("coverage", "Dates the wrong way round", book, {
    fill: { "Last day away": "2026-11-01" },
  }),
  "coverage-making": of(
    "coverage",
    "A plan is made",
    book,
    { click: ["role=button[name='Show the plan']"] },
    { "coverage.plan": never },
  ),
  "coverage-plan-failed": of(
    "coverage",
    "No plan could be made",
    book,
    { click: ["role=button[name='Show the plan']"] },
    { "coverage.plan": faults.internal },
  ),
  "coverage-empty": of("coverage", "No customers", empty),
  "coverage-offline": of("coverage", "Offline", book, {}, { "status.get": offline }),
  "coverage-loading": of("coverage", "Before the first answer", never),
  "coverage-failed": of("coverage", "The worker does not answer", faults.silent),
}
