import { describe, expect, it } from "vitest"

import { defaultPolicy } from "~src/domain/policy/presets"
import { listsContext, me, summaryOf, taskRow } from "~src/worker/lists/lists.fake"
import type { FakeContext, FakeOptions } from "~src/worker/kernel/context.fake"

import { storeOwnPolicy } from "../../policy/stored-policy"
import { isQuiet, momentOf, timeOfDay } from "./quiet-time"
import { runReminders } from "./run-reminders"

/** Past the first sweep, and a first silent round done. */
async function running(reminders: object, options: FakeOptions = {}): Promise<FakeContext> {
  const context = await listsContext({ ...options, settings: { ...options.settings, reminders } })
  await synced(context)
  await runReminders(context)
  return context
}

async function synced(context: FakeContext): Promise<void> {
  const at = new Date(context.now()).toISOString()
  await context.db.put("meta", { key: "sync", value: { lastFullAt: at, lastOkAt: at } })
}

async function pass(context: FakeContext, hours: number): Promise<void> {
  await context.pass(hours * 3_600_000)
  await synced(context)
}

const titles = ({ platform }: FakeContext) =>
  [...platform.notifications.shown.values()].map(({ title }) => title)

async function drop(
  context: FakeContext,
  accountId: string,
  to: "concerning" | "poor" = "concerning",
): Promise<void> {
  const at = new Date(context.now()).toISOString()
  await context.db.add("history", {
    accountId,
    at,
    on: at.slice(0, 10),
    kind: "health",
    from: { score: 8, band: "healthy" },
    to: { score: 5, band: to },
    moved: [{ trait: "mauOverSeats", label: "MAU / Seats", from: "82%", to: "61%" }],
  })
}

describe("alerts", () => {
  it("tells a band drop once, with what moved", async () => {
    const context = await running({ bandDrop: true })
    await context.db.put("summaries", summaryOf("globex"))
    await pass(context, 1)
    await drop(context, "globex", "poor")
    await pass(context, 1)
    await runReminders(context)
    expect([...context.platform.notifications.shown]).toEqual([
      [
        "reminder|globex|band:globex:poor:2026-11-23",
        { title: "Globex is now Poor", message: "MAU / Seats: 82% to 61%" },
      ],
    ])
    context.platform.notifications.shown.clear()
    await drop(context, "globex", "poor")
    await pass(context, 1)
    await runReminders(context)
    expect(titles(context)).toEqual([])
  })

  it("says nothing that was not switched on, but that an account became the user's", async () => {
    const context = await running({})
    await context.db.put(
      "summaries",
      summaryOf("globex", { renewalOn: "2027-03-23", formalOn: "2026-11-23" }),
    )
    await pass(context, 1)
    await drop(context, "globex")
    await context.db.add("history", {
      accountId: "globex",
      at: new Date(context.now()).toISOString(),
      on: "2026-11-23",
      kind: "mine",
    })
    await pass(context, 1)
    await runReminders(context)
    expect(titles(context)).toEqual(["Globex became yours"])
  })

  it("tells a renewal that entered a window, a few days late too, and only once", async () => {
    const context = await running({ renewalPhase: true })
    await context.db.put(
      "summaries",
      summaryOf("globex", { renewalOn: "2027-03-23", formalOn: "2026-11-23", earlyOn: "2026-09-24" }),
    )
    await pass(context, 48)
    await runReminders(context)
    expect(titles(context)).toEqual(["Globex entered its 120-day renewal window."])
    context.platform.notifications.shown.clear()
    await pass(context, 24)
    await runReminders(context)
    expect(titles(context)).toEqual([])
  })

  it("gathers many at once into one", async () => {
    const context = await running({ bandDrop: true })
    await pass(context, 1)
    for (const id of ["a", "b", "c", "d", "e"]) {
      await context.db.put("summaries", summaryOf(id))
      await drop(context, id)
    }
    await pass(context, 1)
    await runReminders(context)
    expect(titles(context)).toEqual(["5 customers dropped to a lower band"])
  })

  it("stays silent about the first import", async () => {
    const context = await listsContext()
    await context.db.put("summaries", summaryOf("globex"))
    await context.db.add("history", {
      accountId: "globex",
      at: new Date(context.now()).toISOString(),
      on: "2026-11-23",
      kind: "mine",
    })
    await runReminders(context)
    await pass(context, 1)
    await runReminders(context)
    expect(titles(context)).toEqual([])
  })

  it("waits for the end of quiet hours, and drops what came during an absence", async () => {
    const context = await running({ bandDrop: true, quietFrom: "18:00", quietTo: "08:00" })
    await context.db.put("summaries", summaryOf("globex"))
    await pass(context, 10)
    await drop(context, "globex")
    await pass(context, 1)
    expect(await runReminders(context)).toBeUndefined()
    expect(titles(context)).toEqual([])
    await pass(context, 5)
    expect(await runReminders(context)).toBe(Date.parse("2026-11-24T08:00:00Z"))
    await pass(context, 7)
    await runReminders(context)
    expect(titles(context)).toEqual(["Globex is now Concerning"])
    context.platform.notifications.shown.clear()
    await context.settings.set({ reminders: { absences: [{ from: "2026-11-24", to: "2026-11-24" }] } })
    await drop(context, "globex", "poor")
    await pass(context, 1)
    await runReminders(context)
    await context.settings.set({ reminders: { absences: [] } })
    await runReminders(context)
    expect(titles(context)).toEqual([])
  })
})

describe("the digest", () => {
  const digest = { digest: true, digestAt: "09:30", quietFrom: "00:00", quietTo: "00:00" }

  it("comes at its hour on a working day, once, and rings in time", async () => {
    const context = await running(digest, { now: "2026-11-23T06:00:00Z" })
    await context.db.put("summaries", summaryOf("globex", { contactOverdueOn: "2026-11-20" }))
    await context.db.put("tasks", taskRow("a", { dueOn: "2026-11-23" }))
    await pass(context, 1)
    expect(await runReminders(context)).toBe(Date.parse("2026-11-23T09:30:00Z"))
    expect(titles(context)).toEqual([])
    await pass(context, 3)
    await runReminders(context)
    await runReminders(context)
    expect([...context.platform.notifications.shown.values()]).toEqual([
      { title: "Today: 1 contact overdue, 1 task due", message: "Longest without contact: Globex." },
    ])
  })

  it("does not come on a Sunday or with nothing to say", async () => {
    const context = await running(digest, { now: "2026-11-22T09:00:00Z" })
    await context.db.put("summaries", summaryOf("globex", { contactOverdueOn: "2026-11-20", owner: "bo" }))
    await context.db.put("tasks", taskRow("a", { dueOn: "2026-11-22" }))
    await pass(context, 2)
    await runReminders(context)
    expect(titles(context)).toEqual([])
    await context.db.clear("tasks")
    await pass(context, 24)
    await runReminders(context)
    expect(titles(context)).toEqual([])
    expect(me.adminId).toBe("ada")
  })
})

describe("the digest's days and hours", () => {
  const digest = { digest: true, digestAt: "09:30", quietFrom: "00:00", quietTo: "00:00" }
  const overdue = async (context: FakeContext) => {
    await context.db.put("summaries", summaryOf("globex", { contactOverdueOn: "2026-11-16" }))
    await pass(context, 2)
    await runReminders(context)
    return titles(context)
  }
  const told = ["Today: 1 contact overdue"]

  it("are the policy's working days", async () => {
    const sunday = { now: "2026-11-22T09:00:00Z" }
    const monday = { now: "2026-11-23T09:00:00Z" }
    const week = async (context: FakeContext) => {
      await storeOwnPolicy(context, { ...defaultPolicy, workingDays: [7, 2, 3, 4] })
      return overdue(context)
    }
    expect(await overdue(await running(digest, sunday))).toEqual([])
    expect(await week(await running(digest, sunday))).toEqual(told)
    expect(await overdue(await running(digest, monday))).toEqual(told)
    expect(await week(await running(digest, monday))).toEqual([])
  })

  it("leave out days off, and the first day back has its own", async () => {
    const absences = [{ from: "2026-11-23", to: "2026-11-23" }]
    const context = await running({ ...digest, absences }, { now: "2026-11-23T09:00:00Z" })
    expect(await overdue(context)).toEqual([])
    await pass(context, 24)
    await runReminders(context)
    expect(titles(context)).toEqual(told)
  })

  it.each(["20:00", "06:00"])("wait for the end of the quiet hours where %s is in them", async (digestAt) => {
    const quiet = { ...digest, digestAt, quietFrom: "18:00", quietTo: "08:00" }
    const context = await running(quiet, { now: "2026-11-23T05:00:00Z" })
    expect(await overdue(context)).toEqual([])
    await pass(context, 1.25)
    await runReminders(context)
    expect(titles(context)).toEqual(told)
    await pass(context, 14)
    await runReminders(context)
    expect(context.platform.notifications.shown.size).toBe(1)
  })
})

describe("times of day", () => {
  it("knows spans over midnight", () => {
    const at = (time: string) => ({ now: `2026-11-23T${time}:00Z`, today: "2026-11-23", timeZone: "UTC" })
    expect(isQuiet(at("23:00"), "22:00", "07:00")).toBe(true)
    expect(isQuiet(at("06:59"), "22:00", "07:00")).toBe(true)
    expect(isQuiet(at("07:00"), "22:00", "07:00")).toBe(false)
    expect(isQuiet(at("12:30"), "12:00", "13:00")).toBe(true)
    expect(isQuiet(at("12:30"), "12:00", "12:00")).toBe(false)
  })

  it("finds the moment on days with 23 and 25 hours, and next to an hour that does not exist", () => {
    const zone = "Europe/Berlin"
    const iso = (date: string, time: string) => new Date(momentOf(date, time, zone)).toISOString()
    expect(iso("2026-03-29", "09:00")).toBe("2026-03-29T07:00:00.000Z")
    expect(iso("2026-10-25", "09:00")).toBe("2026-10-25T08:00:00.000Z")
    expect(timeOfDay(iso("2026-03-29", "02:30"), zone)).toBe("03:30")
  })
})
