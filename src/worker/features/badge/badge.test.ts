import fc from "fast-check"
import { describe, expect, it, vi } from "vitest"

import { addDays } from "~src/domain/calendar"
import type { Status } from "~src/messaging/contract"
import { listsContext, me, outboxRow, readAt, summaryOf, taskRow } from "~src/worker/lists/lists.fake"
import { popupView } from "~src/worker/lists/popup-view"
import { noteHealth } from "~src/worker/kernel/service-health"
import type { FakeContext } from "~src/worker/kernel/context.fake"
import { runJob } from "~src/worker/kernel/job"
import { syncTimes } from "~src/worker/kernel/sync-meta"

import { badgeColors } from "./badge-of"
import { dayJob } from "../reminders/day-job"
import { refreshBadge, shownBadge } from "./refresh-badge"
import { watchBadge } from "./watch-badge"

const status = async (context: FakeContext) =>
  ({ sync: { lastOkAt: (await syncTimes(context.db)).lastOkAt } }) as unknown as Status

const listed = async (context: FakeContext) =>
  (await popupView(context, await status(context))).overdue.length

describe("the badge", () => {
  it("shows the number of overdue contacts, and nothing for none", async () => {
    const context = await listsContext()
    await refreshBadge(context)
    expect(context.platform.action.shown).toMatchObject({
      text: "",
      title: "Account Lens: nobody is overdue for contact.",
    })
    await context.db.put("summaries", summaryOf("globex", { contactOverdueOn: "2026-11-23" }))
    await context.db.put("summaries", summaryOf("initech", { contactOverdueOn: "2026-11-24" }))
    await refreshBadge(context)
    expect(context.platform.action.shown).toMatchObject({
      text: "1",
      color: badgeColors.late,
      title: "Account Lens: 1 customer is overdue for contact.",
    })
  })

  it("takes the colour of the contact overdue for longest", async () => {
    const context = await listsContext()
    await context.db.put("summaries", summaryOf("globex", { contactOverdueOn: "2026-11-13" }))
    await context.db.put("summaries", summaryOf("initech", { contactOverdueOn: "2026-11-22" }))
    expect((await refreshBadge(context)).color).toBe(badgeColors.worst)
  })

  it("names in its title who waits for an answer, the earliest promise first, and counts nobody of them", async () => {
    const context = await listsContext()
    const wait = (id: string, waitingSince: string) =>
      context.db.put("summaries", summaryOf(id, { name: id, waitingSince }))
    await wait("Initech", "2026-11-22T09:00:00Z")
    await wait("Globex", "2026-11-21T09:00:00Z")
    expect(await refreshBadge(context)).toMatchObject({
      text: "",
      title: "Account Lens: nobody is overdue for contact. Waiting for an answer: Globex, Initech.",
    })
    await wait("Hooli", "2026-11-22T10:00:00Z")
    await wait("Vandelay", "2026-11-22T11:00:00Z")
    await wait("Umbrella", "2026-11-22T12:00:00Z")
    expect((await refreshBadge(context)).title).toMatch(
      /Waiting for an answer: Globex, Initech, Hooli and 2 more\.$/,
    )
  })

  it("writes only what differs", async () => {
    const context = await listsContext()
    await context.db.put("summaries", summaryOf("globex", { contactOverdueOn: "2026-11-20" }))
    await refreshBadge(context)
    const { writes } = context.platform.action
    await refreshBadge(context)
    expect(context.platform.action.writes).toBe(writes)
    expect(await shownBadge(context)).toEqual({
      text: "1",
      title: "Account Lens: 1 customer is overdue for contact.",
    })
  })

  it("publishes nothing where nothing changed, although storage gives keys back in another order", async () => {
    const context = await listsContext()
    await refreshBadge(context)
    await Promise.resolve()
    const before = context.topics().length
    await refreshBadge(context)
    await Promise.resolve()
    expect(context.topics().length).toBe(before)
  })

  it("says with ! that the key is gone, and nothing before the first connection", async () => {
    const context = await listsContext()
    await context.settings.set({ vitally: { connected: false } })
    expect(await refreshBadge(context)).toMatchObject({
      text: "!",
      title: expect.stringContaining("no API key") as string,
    })
    const fresh = await listsContext({ settings: { me: null, vitally: { connected: false, subdomain: "" } } })
    expect(await refreshBadge(fresh)).toMatchObject({ text: "" })
  })

  it("says with ! that the key is no longer accepted, until it is again", async () => {
    const context = await listsContext()
    const fault = { code: "auth" as const, title: "Vitally refused the API key.", detail: "" }
    await noteHealth(context, "vitally", fault)
    expect(await refreshBadge(context)).toMatchObject({ text: "!", color: badgeColors.alarm })
    await noteHealth(context, "vitally")
    expect(await refreshBadge(context)).toMatchObject({ text: "" })
  })

  it("follows every change by itself", async () => {
    const context = await listsContext()
    watchBadge(context)
    await vi.waitFor(() => expect(context.platform.action.shown.title).toContain("nobody is overdue"))
    await context.db.put("summaries", summaryOf("globex", { contactOverdueOn: "2026-11-20" }))
    context.publish("account:globex", "popup")
    await vi.waitFor(() => expect(context.platform.action.shown.text).toBe("1"))
  })

  it("is off for managers and where it was switched off", async () => {
    const context = await listsContext()
    await context.db.put("summaries", summaryOf("globex", { contactOverdueOn: "2026-11-20" }))
    await context.settings.set({ manager: true })
    expect((await refreshBadge(context)).text).toBe("")
    await context.settings.set({ manager: false, badge: { counts: "off" } })
    expect((await refreshBadge(context)).text).toBe("")
  })

  it("counts tasks too where asked", async () => {
    const context = await listsContext({ settings: { badge: { counts: "both" } } })
    await context.db.put("summaries", summaryOf("globex", { contactOverdueOn: "2026-11-20" }))
    await context.db.put("tasks", taskRow("a", { dueOn: "2026-11-22" }))
    await context.db.put("tasks", taskRow("b", { dueOn: "2026-11-24" }))
    expect(await refreshBadge(context)).toMatchObject({ text: "2" })
    await context.settings.set({ badge: { counts: "tasks" } })
    expect(await refreshBadge(context)).toMatchObject({ text: "1", color: badgeColors.calm })
  })

  it("keeps its last number while the source is stale, and says so", async () => {
    const context = await listsContext({ now: "2026-11-20T10:00:00Z" })
    await context.db.put("summaries", summaryOf("globex", { contactOverdueOn: "2026-11-20" }))
    await context.db.put("summaries", summaryOf("initech", { contactOverdueOn: "2026-11-23" }))
    await readAt(context, "2026-11-20T09:59:00.000Z")
    await context.pass(3 * 86_400_000)
    const badge = await refreshBadge(context)
    expect(badge.text).toBe("1")
    expect(badge.title).toContain("Vitally last answered 3 days ago: this is the last known number.")
    expect(await listed(context)).toBe(1)
    await readAt(context, "2026-11-23T09:59:00.000Z")
    expect(await refreshBadge(context)).toMatchObject({ text: "2" })
  })

  it("covers a colleague's book for the days agreed and no longer", async () => {
    const covering = [{ adminId: "bo", name: "Bo Lind", from: "2026-11-23", to: "2026-11-24" }]
    const context = await listsContext({ settings: { covering } })
    await context.db.put("summaries", summaryOf("globex", { contactOverdueOn: "2026-11-20" }))
    await context.db.put("summaries", summaryOf("umbrella", { contactOverdueOn: "2026-11-20", owner: "bo" }))
    expect((await refreshBadge(context)).text).toBe("2")
    await context.pass(2 * 86_400_000)
    await readAt(context, new Date(context.now()).toISOString())
    expect((await refreshBadge(context)).text).toBe("1")
  })
})

describe("the turn of the day", () => {
  const rings = ({ platform }: FakeContext) => platform.alarms.armed.get("day")?.at

  it("comes at the user's midnight, over a change to summer time too", async () => {
    const zone = { timeZone: "Europe/Berlin" }
    const context = await listsContext({ now: "2026-03-28T22:50:00Z", settings: zone })
    await context.db.put("summaries", summaryOf("globex", { contactOverdueOn: "2026-03-29" }))
    await runJob(context, dayJob)
    expect(rings(context)).toBe(Date.parse("2026-03-28T23:00:00Z"))
    expect(context.platform.action.shown.text).toBe("")
    await context.pass(10 * 60_000)
    await runJob(context, dayJob)
    expect(context.platform.action.shown.text).toBe("1")
    expect(context.topics()).toEqual(expect.arrayContaining(["popup", "book", "day"]))
    await context.pass(22 * 3_600_000 + 50 * 60_000)
    await runJob(context, dayJob)
    expect(rings(context)).toBe(Date.parse("2026-03-29T22:00:00Z"))
  })

  it("notices another time zone within a quarter of an hour and counts by its day", async () => {
    const context = await listsContext({ now: "2026-11-23T20:00:00Z" })
    await context.db.put("summaries", summaryOf("globex", { contactOverdueOn: "2026-11-24" }))
    await runJob(context, dayJob)
    expect(rings(context)).toBe(Date.parse("2026-11-23T20:15:00Z"))
    expect(context.platform.action.shown.text).toBe("")
    await context.settings.set({ timeZone: "Asia/Tokyo" })
    await runJob(context, dayJob)
    expect(context.platform.action.shown.text).toBe("1")
  })
})

/* Whatever happens, the badge's number is the length of the popup's list. */
const accounts = ["globex", "initech", "umbrella", "hooli", "stark"]
const account = fc.constantFrom(...accounts)
const owner = fc.constantFrom(me.adminId, "bo", "cy")
const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays("2026-11-23", days))
const change = fc.oneof(
  fc.record({
    kind: fc.constant("account" as const),
    id: account,
    owner,
    overdueOn: fc.option(day),
    lastOn: fc.option(day),
  }),
  fc.record({ kind: fc.constant("gone" as const), id: account }),
  fc.record({
    kind: fc.constant("touch" as const),
    id: account,
    on: day,
    direction: fc.constantFrom("both", "outbound", "inbound"),
    state: fc.constantFrom("waiting" as const, "sending" as const, "sent" as const, "refused" as const),
  }),
  fc.record({ kind: fc.constant("undo" as const), id: account }),
  fc.record({ kind: fc.constant("hours" as const), hours: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant("synced" as const) }),
  fc.record({
    kind: fc.constant("zone" as const),
    zone: fc.constantFrom("UTC", "Asia/Tokyo", "America/New_York"),
  }),
  fc.record({ kind: fc.constant("cover" as const), from: day, to: day }),
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

async function apply(context: FakeContext, step: Change, nth: number): Promise<void> {
  const { db } = context
  switch (step.kind) {
    case "account":
      await db.put(
        "summaries",
        summaryOf(step.id, {
          owner: step.owner,
          ...(step.overdueOn !== null && { contactOverdueOn: step.overdueOn }),
          ...(step.lastOn !== null && { lastContactOn: step.lastOn }),
        }),
      )
      return
    case "gone":
      return db.delete("summaries", step.id)
    case "touch": {
      const payload = { channel: "email", direction: step.direction, at: `${step.on}T12:00:00Z` }
      await db.put("outbox", outboxRow(`o${nth}`, { accountId: step.id, state: step.state, payload }))
      return
    }
    case "undo":
      for (const row of await db.getAllFromIndex("outbox", "accountId", step.id))
        await db.delete("outbox", row.id)
      return
    case "hours":
      return context.pass(step.hours * 3_600_000)
    case "synced":
      return readAt(context, new Date(context.now()).toISOString())
    case "zone":
      await context.settings.set({ timeZone: step.zone })
      return
    case "cover":
      await context.settings.set({
        covering: [{ adminId: "bo", name: "Bo Lind", from: step.from, to: step.to }],
      })
  }
}

it("equals the popup's list after any changes", async () => {
  let seen = 0
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 25 }), async (steps) => {
      const context = await listsContext()
      for (const [nth, id] of accounts.entries()) {
        await context.db.put("summaries", summaryOf(id, { contactOverdueOn: addDays("2026-11-20", 2 * nth) }))
      }
      for (const [nth, step] of steps.entries()) {
        await apply(context, step, nth)
        const count = await listed(context)
        seen = Math.max(seen, count)
        expect((await refreshBadge(context)).text).toBe(count === 0 ? "" : String(count))
      }
      context.db.close()
    }),
    { numRuns: 60 },
  )
  expect(seen).toBeGreaterThan(1)
})
