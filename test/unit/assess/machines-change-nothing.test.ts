/** No machine, calendar or colleague moves the last contact, who waits, or the badge, whatever else is known of the customer. */
import "fake-indexeddb/auto"

import fc from "fast-check"
import { expect, it } from "vitest"

import { assessRaw } from "~scripts/assess/raw/assess-raw"
import {
  admins,
  answeredByMachine,
  type Item,
  noContact,
  now,
  people,
  type Row,
  users,
} from "./evidence-items"

interface Line {
  error?: string
  assessment: {
    contact: { last: Row | null; daysSince: number | null; status: string; overdueOn: string | null }
  }
  waiting: Row | null
  touches: { id: string; verdict: string; reason: string; counts: boolean }[]
}

const all = (items: readonly Item[], key: keyof Item) => items.flatMap((item) => item[key] ?? [])

/** Vitally moves these for every mail, a machine's too. */
function lastTimes(conversations: Row[]) {
  const times = (type: string) =>
    conversations
      .flatMap(({ messages }) => messages as Row[])
      .filter((message) => message.type === type)
      .map(({ timestamp }) => String(timestamp))
      .sort()
      .at(-1) ?? null
  return { lastInboundMessageTimestamp: times("inbound"), lastOutboundMessageTimestamp: times("outbound") }
}

function caseOf(id: string, items: readonly Item[]) {
  const conversations = all(items, "conversations")
  return {
    id,
    clock: { now: new Date(now).toISOString(), timeZone: "Europe/Berlin" },
    me: { vitallyId: "maya", email: "maya.lund@ours.example" },
    input: {
      vitally: {
        admins,
        users,
        account: {
          id: "a",
          name: "Globex",
          csmId: "maya",
          externalId: "0015g00000AskhmAAB",
          traits: { start: "2026-01-01" },
          ...lastTimes(conversations),
        },
        conversations,
        meetings: all(items, "meetings"),
        notes: all(items, "notes"),
      },
      salesforce: {
        userId: "0055g00000AdaMoAAV",
        account: { Id: "0015g00000AskhmAAB" },
        tasks: all(items, "tasks"),
        events: all(items, "events"),
      },
    },
    traitMap: { contractStartOn: "start" },
  }
}

async function assessed(...cases: object[]): Promise<Line[]> {
  const lines: Line[] = []
  await assessRaw(JSON.stringify({ cases }), (line) => lines.push(JSON.parse(line) as Line))
  return lines
}

/** What the panel, the popup, the badge and the book go by. */
function seen({ error, assessment, waiting }: Line) {
  if (error !== undefined) return { error }
  const { last, daysSince, status, overdueOn } = assessment.contact
  return { last: last && [last.id, last.on], daysSince, status, overdueOn, waiting }
}

/** Each run is two customers through the whole worker; `EVIDENCE_RUNS` asks for more. */
const numRuns = Number(process.env.EVIDENCE_RUNS ?? 12)

const wrong = (line: Line | undefined) => JSON.stringify(line?.touches, null, 1)

it("keeps last contact, waiting and badge when machines, calendars and colleagues are added", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(people, { maxLength: 2 }),
      fc.array(noContact, { minLength: 1, maxLength: 4 }),
      async (base, added) => {
        const [before, after] = await assessed(caseOf("before", base), caseOf("after", [...base, ...added]))
        if (!before || !after) throw new Error("No answer.")
        expect(seen(after), wrong(after)).toEqual(seen(before))
      },
    ),
    { numRuns },
  )
}, 120_000)

it("takes an automatic answer to our mail for nothing", async () => {
  await fc.assert(
    fc.asyncProperty(answeredByMachine, async ({ before: ours, after: answered }) => {
      const [before, after] = await assessed(
        caseOf("before", [{ conversations: [ours] }]),
        caseOf("after", [{ conversations: [answered] }]),
      )
      if (!before || !after) throw new Error("No answer.")
      expect(seen(after), wrong(after)).toEqual(seen(before))
    }),
    { numRuns },
  )
}, 120_000)
