/** Customers of a week for tests and pictures: one for each column of the board, two of the pool, one that waits. */
import type { AccountFacts, Fact } from "~src/domain/facts"
import { defaultPolicy } from "~src/domain/policy/presets"
import type { BookRow } from "~src/messaging/views/lists"
import type { WeekCustomers, WeekHistory } from "~src/messaging/views/team"

import { sampleRow } from "./samples"

const today = "2026-11-30"
const fact = <T>(value: T): Fact<T> => ({
  value,
  source: "vitally",
  field: "a trait",
  at: "2026-11-29T06:00:00Z",
})

const inNinety = { renewalOn: "2027-02-22", daysOut: 84, arr: 716_000, tier: "Large Enterprise", tierRank: 1 }

export const weekRows: BookRow[] = [
  sampleRow("Kite Energy", { ...inNinety, band: "poor", score: 1.4, accountExecutive: "Ruth Adeyemi" }),
  sampleRow("Nettle Foods", {
    ...inNinety,
    band: "poor",
    score: 1.6,
    lighthouse: true,
    traits: {
      activeChampion: { value: false, status: "poor" },
      mauOverSeats: { value: 0.41, status: "poor" },
      helpTickets90d: { value: 18, status: "poor" },
    },
  }),
  sampleRow("Vandelay Industries", {
    renewalOn: "2027-02-02",
    daysOut: 64,
    arr: 210_000,
    band: "poor",
    score: 1.1,
    lighthouse: true,
    contactStatus: "overdue",
    contactOverdueOn: "2026-11-13",
    daysSinceContact: 47,
  }),
  sampleRow("Cyberdyne Systems", { lighthouse: true, score: 9.2 }),
  sampleRow("Globex", {
    renewalOn: "2027-03-20",
    daysOut: 110,
    band: "concerning",
    score: 5.4,
    arr: 1_150_000,
    waitingSince: "2026-11-29T05:00:00Z",
    waitingMessage: { channel: "email", who: "Petra Schmidt", subject: "Licence count shows 0" },
    traits: { accessToBuyer: { value: false, status: "poor" } },
  }),
  sampleRow("Savannah Payments", {
    team: "Scaled Success",
    arr: 41_000,
    waitingSince: "2026-11-28T20:00:00Z",
    waitingMessage: { channel: "email", who: "Nia Bello", subject: "Upgrade from 5.4: any pitfalls?" },
  }),
  sampleRow("Small Wonder", { team: "Scaled Success", arr: 22_000 }),
]

const bare = ({ id, name }: BookRow): AccountFacts => ({ id, name, traits: {} })

const known: Record<string, Partial<AccountFacts>> = {
  "nettle foods": { projects: [] },
  "vandelay industries": {
    projects: [{ id: "p1", name: "Account Save Plan", startedOn: "2026-10-01", updatedOn: "2026-11-17" }],
    tasks: [
      {
        id: "s1",
        name: "Introduce the VP Engineering",
        dueOn: "2026-12-04",
        assignedToName: "Ada Moss",
        projectIds: ["p1"],
        source: "vitally",
      },
      { id: "s2", name: "Export the usage", completedAt: "2026-11-24T10:00:00Z", source: "vitally" },
    ],
    touches: [
      {
        id: "t1",
        at: "2026-11-20T10:00:00Z",
        on: "2026-11-20",
        channel: "call",
        direction: "both",
        automatic: false,
        who: "Dana Whit",
        source: "vitally",
      },
    ],
  },
  "savannah payments": {
    contractStartOn: fact("2025-03-01"),
    monthlyActiveUsers: fact(41),
    seats: fact(60),
    version: fact("5.4"),
    traits: { versionsBehind: fact(5) },
    contacts: [
      {
        id: "c1",
        name: "Nia Bello",
        email: "nia@savannah.example",
        roles: ["Instance Admin"],
        source: "vitally",
      },
    ],
    touches: [],
  },
  "small wonder": { contractStartOn: fact("2026-08-20"), contacts: [], touches: [] },
  globex: {
    touches: [
      {
        id: "w1",
        at: "2026-11-25T10:00:00Z",
        on: "2026-11-25",
        channel: "note",
        direction: "unknown",
        automatic: false,
        verdict: "internal",
        subject: "Second team rolled out",
        tags: ["win"],
        source: "vitally",
      },
    ],
  },
}

/** @param texts what was written on the pages before */
export function weekCustomers(texts: Record<string, string> = {}, rows = weekRows): WeekCustomers {
  return {
    clock: { now: "2026-11-30T09:00:00Z", today, timeZone: "Europe/Berlin" },
    title: "Ada Moss",
    rows,
    facts: rows.map((row) => ({ ...bare(row), ...known[row.id] })),
    cut: 0,
    texts,
    policy: defaultPolicy,
  }
}

export const weekHistory: WeekHistory = {
  today,
  knownSince: "2026-09-01",
  changes: [
    {
      accountId: "nettle foods",
      name: "Nettle Foods",
      at: "2026-11-24T08:00:00Z",
      from: { score: 4.1, band: "concerning" },
      to: { score: 1.6, band: "poor" },
      moved: [{ label: "Champion", from: "Yes", to: "No" }],
      owner: "ada",
      ownerName: "Ada Moss",
    },
    {
      accountId: "cyberdyne systems",
      name: "Cyberdyne Systems",
      at: "2026-10-12T08:00:00Z",
      from: { score: 6.1, band: "concerning" },
      to: { score: 9.2, band: "healthy" },
      moved: [],
      owner: "ada",
      ownerName: "Ada Moss",
    },
  ],
  moves: [{ accountId: "kite energy", name: "Kite Energy", on: "2026-11-26", kind: "came" }],
  trends: [
    {
      owner: "ada",
      name: "Ada Moss",
      weeks: [
        { endsOn: "2026-11-16", average: 5.2 },
        { endsOn: "2026-11-23", average: 5.4 },
        { endsOn: "2026-11-30", average: 4.9 },
      ],
    },
  ],
}
