import { beforeEach, describe, expect, it, vi } from "vitest"

import { assess } from "~src/domain/assess/assess"
import { dataFindings } from "~src/domain/assess/data-findings"
import { defaultPolicy } from "~src/domain/policy/presets"
import { newsOf } from "../../lists/news"
import { conflictsOf } from "~src/domain/candidates/conflicts"
import type { UsageRow } from "~src/domain/usage/read-row"
import { accountRow } from "~src/worker/sync/rows/account-row"
import type { VitallyAccount } from "~src/worker/vitally/rows"

import type { LensDatabase } from "../../cache/database"
import type { LensSchema } from "../../cache/rows"
import { createFakeContext, type FakeContext } from "../../kernel/context.fake"
import { setMeta } from "../../cache/meta"
import { loadFacts } from "../../account-facts"
import { factsContextOf } from "../../account-facts/account-context"
import { runJob } from "../../kernel/job"
import { addUsage, staleCustomers } from "../../usage/store"
import { usageHandlers } from "./handlers"
import { usageJob } from "./job"

const columns = { account: "id", on: "week", mau: "mau" }
const row = (account: string, on: string, mau: number): UsageRow => ({ account, day: { on, mau } })

let context: FakeContext
beforeEach(async () => {
  context = await createFakeContext()
  await customers(context.db, [
    ["v1", "Globex", "0015e00000AbCdEAAV"],
    ["v2", "Initech"],
    ["v3", "Twin"],
    ["v4", "Twin"],
  ])
})

async function customers(db: LensDatabase, all: [id: string, name: string, salesforceId?: string][]) {
  for (const [id, name, salesforceId] of all)
    await db.put("summaries", {
      id,
      name,
      ...(salesforceId && { salesforceId }),
    } as unknown as LensSchema["summaries"]["value"])
}

const add = (importId: string, rows: UsageRow[], name = "usage.csv") =>
  usageHandlers["usage.add"]({ importId, name, columns, rows }, context)
const days = async (accountId: string) => (await usageHandlers["usage.get"]({ accountId }, context)).days

it("finds a customer by Vitally id, by Salesforce id in both forms, by a name of one only", async () => {
  const answer = await add("i1", [
    row("v1", "2026-11-02", 1),
    row("0015e00000AbCdE", "2026-11-09", 2),
    row("0015e00000AbCdEAAV", "2026-11-16", 3),
    row("INITECH, Inc.", "2026-11-16", 4),
    row("Twin", "2026-11-16", 5),
    row("Nobody", "2026-11-16", 6),
    row("Nobody", "2026-11-23", 6),
  ])
  expect(answer).toEqual({ stored: 4, unmatched: { Twin: 1, Nobody: 2 } })
  expect((await days("v1")).map(({ mau }) => mau)).toEqual([1, 2, 3])
  expect(await days("v2")).toEqual([{ on: "2026-11-16", mau: 4 }])
  expect(await days("v3")).toEqual([])
})

it("finds what was linked by hand, in the same import and in later ones", async () => {
  await add("i1", [row("Umbrella GmbH", "2026-11-16", 7)])
  await usageHandlers["usage.link"]({ account: "Umbrella GmbH", accountId: "v2" }, context)
  expect(await add("i1", [row("Umbrella GmbH", "2026-11-16", 7)])).toEqual({ stored: 1, unmatched: {} })
  expect(await days("v2")).toEqual([{ on: "2026-11-16", mau: 7 }])
})

it("merges by day: a later file wins where it speaks, and an undo brings the earlier word back", async () => {
  await add("i1", [
    { account: "v1", day: { on: "2026-11-16", mau: 10, seats: 100 } },
    row("v1", "2026-11-09", 9),
  ])
  await add("i2", [row("v1", "2026-11-16", 12)], "later.csv")
  expect(await days("v1")).toEqual([
    { on: "2026-11-09", mau: 9 },
    { on: "2026-11-16", mau: 12, seats: 100 },
  ])
  const { imports } = await usageHandlers["usage.imports"]({}, context)
  expect(imports.map(({ name, rows }) => [name, rows])).toEqual([
    ["later.csv", 1],
    ["usage.csv", 2],
  ])
  expect(await usageHandlers["usage.undo"]({ importId: "i2" }, context)).toEqual({ customers: 1 })
  expect((await days("v1")).at(-1)).toEqual({ on: "2026-11-16", mau: 10, seats: 100 })
  await usageHandlers["usage.undo"]({ importId: "i1" }, context)
  expect(await days("v1")).toEqual([])
  expect((await usageHandlers["usage.imports"]({}, context)).imports).toEqual([])
})

it("keeps the newest 13 weeks of a customer", async () => {
  const weeks = Array.from({ length: 30 }, (_, week) =>
    row("v1", new Date(Date.parse("2026-11-23") - week * 7 * 86_400_000).toISOString().slice(0, 10), week),
  )
  await add("i1", weeks)
  const kept = await days("v1")
  expect(kept).toHaveLength(13)
  expect(kept.at(-1)?.on).toBe("2026-11-23")
})

it("tells pages whose customers it changed", async () => {
  await add("i1", [row("v1", "2026-11-16", 1)])
  expect(context.topics()).toEqual(expect.arrayContaining(["usage", "account:v1"]))
})

describe("what was imported", () => {
  const openView = async () => loadFacts(context.db, "v1", await factsContextOf(context))
  /** Whatever run is under way when it asks. */
  const summarised = (value: number) =>
    vi.waitFor(async () => {
      await runJob(context, usageJob)
      expect((await context.db.get("summaries", "v1"))?.mauOverSeats).toBe(value)
    })
  beforeEach(async () => {
    context = await createFakeContext({ now: "2026-11-30T10:00:00Z" })
    const raw = { id: "v1", name: "Globex", traits: { share: 0.55, mau: 550 } } as VitallyAccount
    await setMeta(context.db, "traitMapByHand", { mauOverSeats: "share", monthlyActiveUsers: "mau" })
    const asked = { role: "", me: "ada" }
    await context.db.put(
      "accounts",
      accountRow(raw, asked, undefined, { readAt: "2026-11-30T09:00:00Z", seenIn: 1 }),
    )
    await customers(context.db, [["v1", "Globex"]])
  })
  const week = (on: string, mau: number): UsageRow => ({
    account: "v1",
    day: { on, mau, seats: 1000, version: "6.9.1" },
  })

  it("is used where it is fresh, with system, field and day, and what Vitally says stands beside it", async () => {
    await add("i1", [week("2026-11-16", 640), week("2026-11-23", 620)])
    const facts = await openView()
    expect(facts?.traits.mauOverSeats).toMatchObject({
      value: 0.62,
      source: "file",
      field: "mau / seats",
      at: "2026-11-23T12:00:00.000Z",
      other: { value: 0.55, source: "vitally", field: "share" },
    })
    expect(facts?.monthlyActiveUsers).toMatchObject({
      value: 620,
      source: "file",
      why: "it is the fresher one",
    })
    expect(facts?.version).toMatchObject({ value: "6.9.1", source: "file" })
    expect(facts && conflictsOf(facts, "2026-11-30").find(({ fact }) => fact === "mauOverSeats")?.text).toBe(
      "Vitally (share) says 55%; 62% from the usage file (mau / seats) is used: it is the fresher one.",
    )
  })

  it("gives way once it is old, and says so", async () => {
    await add("i1", [week("2026-10-05", 620)])
    const facts = await openView()
    expect(facts?.traits.mauOverSeats).toMatchObject({
      value: 0.55,
      source: "vitally",
      why: "the usage data is older than 21 days",
      other: { value: 0.62, source: "file" },
    })
  })

  it("reaches the summaries of the book, and leaves them with the import", async () => {
    await add("i1", [week("2026-11-23", 620)])
    await summarised(0.62)
    await vi.waitFor(() => expect(context.topics()).toContain("book"))
    await usageHandlers["usage.undo"]({ importId: "i1" }, context)
    await summarised(0.55)
  })

  it("has no part in a number that reads the same", async () => {
    await add("i1", [week("2026-11-23", 548)])
    const facts = await openView()
    expect(facts && conflictsOf(facts, "2026-11-30").map(({ fact }) => fact)).toEqual(["monthlyActiveUsers"])
  })

  it("is a finding of Data to check only if it lies far from the month's number", async () => {
    const findings = async (mau: number) => {
      await add("i1", [week("2026-11-23", mau)])
      const facts = await openView()
      if (!facts) throw new Error("no facts")
      const standing = { owners: [], isUnmatched: false, canSet: () => true }
      const found = dataFindings(facts, assess(facts, defaultPolicy, await context.clock()), standing)
      return found
        .map(({ key }) => key)
        .filter((key) => key === "mauOverSeats" || key === "monthlyActiveUsers")
    }
    expect(await findings(580)).toEqual([])
    expect((await findings(900)).sort()).toEqual(["mauOverSeats", "monthlyActiveUsers"])
  })

  it("is made anew after a worker that died before the summaries", async () => {
    await addUsage(context.db, "i1", new Map([["v1", [{ on: "2026-11-23", mauOverSeats: 0.4 }]]]))
    await runJob(context, usageJob)
    expect((await context.db.get("summaries", "v1"))?.mauOverSeats).toBe(0.4)
  })

  it("is news if it fell, once, and a finding of Data to check", async () => {
    await context.settings.set({ me: { adminId: "ada", name: "Ada", role: "" } })
    const row = await context.db.get("accounts", "v1")
    if (row) await context.db.put("accounts", { ...row, owner: "ada", raw: { ...row.raw, csmId: "ada" } })
    const fallen = [week("2026-10-26", 620), week("2026-11-23", 500)]
    for (const again of ["i1", "i2"]) {
      await add(again, fallen)
      await summarised(0.5)
    }
    await vi.waitFor(async () => expect(await staleCustomers(context.db)).toEqual([]))
    const history = (await context.db.getAll("history")).filter(({ kind }) => kind === "usage")
    const summaries = await context.db.getAll("summaries")
    const news = newsOf({ since: "2026-11-01T00:00:00Z", summaries, history, nameOf: () => "Globex" })
    expect(news.map(({ text }) => text)).toEqual([
      "Globex: MAU/seats fell by 12 points, from 62% on 26 Oct to 50% on 23 Nov.",
    ])
    expect(history).toHaveLength(1)
    const facts = await openView()
    const found = facts && assess(facts, defaultPolicy, await context.clock())
    expect(
      found &&
        dataFindings(facts, found, { owners: [], isUnmatched: false, canSet: () => true }).find(({ key }) =>
          key.startsWith("usage-fell"),
        )?.text,
    ).toContain("fell by 12 points")
  })
})
