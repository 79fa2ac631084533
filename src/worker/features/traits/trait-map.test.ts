import { beforeEach, expect, it } from "vitest"

import { FACT_LABELS } from "~src/domain/policy/fact-labels"
import type { FactName } from "~src/domain/policy/policy"
import { createFakeContext, type FakeContext } from "~src/worker/kernel/context.fake"
import { getMeta, setMeta } from "~src/worker/cache/meta"
import type { AccountRow } from "~src/worker/cache/rows"

import { traitMapHandlers } from "./handlers"
import { FACT_NAMES } from "~src/domain/intake/read-fact"

let context: FakeContext

const account = (id: string, traits: unknown, organizationId?: string): AccountRow => ({
  id,
  name: id,
  raw: { id, traits },
  readAt: "2026-11-23T09:00:00Z",
  seenIn: 1,
  ...(organizationId && { organizationId }),
})
const row = async (fact: FactName) =>
  (await traitMapHandlers["traits.get"]({}, context)).rows.find((one) => one.fact === fact)!

beforeEach(async () => {
  context = await createFakeContext()
  await setMeta(context.db, "catalogue", [
    { key: "vitally.custom.mauSeats", label: "Last month MAU / Seats" },
    { key: "vitally.custom.preciseIntel", label: "" },
    { key: "sfdc.Seats__c", label: "Licensed users" },
  ])
  await setMeta(context.db, "traitMap", {
    mauOverSeats: "vitally.custom.mauSeats",
    preciseIntel: "vitally.custom.preciseIntel",
  })
  await context.db.put("organizations", {
    id: "o1",
    name: "o1",
    raw: { id: "o1", traits: { "sfdc.Seats__c": 500, "vitally.custom.mauSeats": 0.5 } },
    readAt: "2026-11-23T09:00:00Z",
    seenIn: 1,
  })
  for (const row of [
    account("a1", { "vitally.custom.mauSeats": 0.62, "sfdc.Segment__c": "Strategic" }),
    account("a2", { "vitally.custom.mauSeats": null, "vitally.custom.preciseIntel": true }, "o1"),
    account("a3", "junk"),
  ])
    await context.db.put("accounts", row)
})

it("shows each fact with its field, how it was found, samples and how many accounts fill it", async () => {
  expect(await row("mauOverSeats")).toEqual({
    fact: "mauOverSeats",
    label: "MAU / seats",
    traitKey: "vitally.custom.mauSeats",
    traitLabel: "Last month MAU / Seats",
    how: "label",
    samples: ["0.62", "0.5"],
    filled: 2,
    total: 3,
  })
  expect(await row("preciseIntel")).toMatchObject({ how: "key", samples: ["Yes"], filled: 1 })
  expect(await row("seats")).toMatchObject({ how: "none", traitKey: "", filled: 0 })
})

it("offers fields that no catalogue lists but accounts carry", async () => {
  const { catalogue } = await traitMapHandlers["traits.get"]({}, context)
  expect(catalogue).toContainEqual({ key: "sfdc.Segment__c", label: "" })
  expect(catalogue).toHaveLength(4)
})

it("keeps what is mapped by hand, switches a fact off, and goes back to what was found", async () => {
  await traitMapHandlers["traits.set"]({ fact: "seats", traitKey: "sfdc.Seats__c" }, context)
  expect(await row("seats")).toMatchObject({ how: "hand", samples: ["500"], filled: 1 })
  expect(context.topics()).toContain("book")
  expect(await context.db.get("meta", "resummarise")).toBeDefined()

  await traitMapHandlers["traits.set"]({ fact: "mauOverSeats", traitKey: "" }, context)
  expect(await row("mauOverSeats")).toMatchObject({ how: "hand", traitKey: "", filled: 0 })
  await traitMapHandlers["traits.set"]({ fact: "mauOverSeats", traitKey: null }, context)
  expect(await row("mauOverSeats")).toMatchObject({ how: "label", filled: 2 })
  expect(await getMeta(context.db, "traitMapByHand")).toEqual({ seats: "sfdc.Seats__c" })
})

it("refuses what is no fact", async () => {
  await expect(
    traitMapHandlers["traits.set"]({ fact: "constructor", traitKey: "x" }, context),
  ).rejects.toThrow("no such fact")
})

it("names every fact that can be read", () => {
  expect(Object.keys(FACT_LABELS).sort()).toEqual([...FACT_NAMES].sort())
})
