import { describe, expect, it } from "vitest"

import { defaultPolicy, presets, teams2024 } from "~src/domain/policy/presets"
import { createFakeContext, type FakeContext } from "~src/worker/kernel/context.fake"

import { tierCounter } from "./count-tiers"
import { policyHandlers } from "./handlers"
import { presetChoices } from "../../policy/preset-choices"
import { currentPolicy, forgetPolicy, ownKey, policyInForce } from "../../policy/stored-policy"

const tighter = {
  ...defaultPolicy,
  contact: { ...defaultPolicy.contact, base: { dueSoonFrom: 14, overdueFrom: 21 }, windows: [] },
}

async function push(context: FakeContext, policy: unknown) {
  context.platform.managed.items.set("policy", policy)
  forgetPolicy(context)
  return policyInForce(context)
}

describe("the user's own policy", () => {
  it("starts as the default, without a difference", async () => {
    const context = await createFakeContext()
    const view = await policyHandlers["policy.get"]({}, context)
    expect(view).toMatchObject({ preset: "default", diff: [], managed: { locked: false } })
    expect(view.policy).toEqual(defaultPolicy)
  })

  it("is saved, told to the pages, and survives the worker", async () => {
    const context = await createFakeContext()
    const outcome = await policyHandlers["policy.set"]({ policy: tighter }, context)
    expect(outcome).toMatchObject({
      saved: true,
      view: {
        diff: [
          { path: "contact.base.dueSoonFrom", from: 25, to: 14 },
          { path: "contact.base.overdueFrom", from: 30, to: 21 },
          { path: "contact.windows", to: [] },
        ],
      },
    })
    await context.pass(0)
    expect(context.topics()).toEqual(expect.arrayContaining(["settings", "book", "popup"]))
    const restarted = await createFakeContext({ platform: context.platform })
    expect((await currentPolicy(restarted)).contact.base.overdueFrom).toBe(21)
  })

  it("is not touched by a refused change or import, which names every place", async () => {
    const context = await createFakeContext()
    await policyHandlers["policy.set"]({ policy: tighter }, context)
    const wrong = {
      ...defaultPolicy,
      renewal: { ...defaultPolicy.renewal, earlyDays: 90 },
      links: { book: "http://x" },
    }
    const refused = await policyHandlers["policy.set"]({ policy: wrong }, context)
    expect(refused.saved || refused.faults.map(({ path }) => path)).toEqual([
      "renewal.earlyDays",
      "links.book",
    ])
    const broken = await policyHandlers["policy.import"]({ text: "{ not json" }, context)
    expect(broken).toMatchObject({ saved: false, faults: [{ path: "" }] })
    expect((await currentPolicy(context)).contact.base.overdueFrom).toBe(21)
  })

  it("names the keys of an imported file that nobody reads", async () => {
    const context = await createFakeContext()
    const text = JSON.stringify({ name: "X", contact: { overdueFrom: "soon" } })
    expect(await policyHandlers["policy.import"]({ text }, context)).toMatchObject({
      saved: true,
      unused: ["contact.overdueFrom"],
    })
  })

  it("comes back whole from its own export", async () => {
    const context = await createFakeContext()
    await policyHandlers["policy.set"]({ policy: { ...tighter, name: "Team Ü / Süd" } }, context)
    const file = await policyHandlers["policy.export"]({}, context)
    expect(file.name).toBe("account-lens-policy-team-s-d.json")
    const other = await createFakeContext()
    await policyHandlers["policy.import"]({ text: file.text }, other)
    expect(await currentPolicy(other)).toEqual(await currentPolicy(context))
  })

  it.each(presetChoices.map(({ id }) => id))("starts anew from %s", async (preset) => {
    const context = await createFakeContext()
    const outcome = await policyHandlers["policy.reset"]({ preset }, context)
    expect(outcome).toMatchObject({ saved: true, view: { preset, diff: [] } })
  })

  it("refuses a preset that does not exist", async () => {
    const context = await createFakeContext()
    expect(await policyHandlers["policy.reset"]({ preset: "constructor" }, context)).toMatchObject({
      saved: false,
    })
  })

  it("falls back to the default over stored junk, and leaves the junk where it is", async () => {
    const context = await createFakeContext()
    context.platform.local.items.set(ownKey, { version: 99, tiers: 3 })
    expect(await currentPolicy(context)).toEqual(defaultPolicy)
    expect(context.platform.local.items.get(ownKey)).toEqual({ version: 99, tiers: 3 })
  })
})

describe("an administrator's policy", () => {
  it("wins and locks, as text, as a preset's key, or in part", async () => {
    const context = await createFakeContext()
    await policyHandlers["policy.set"]({ policy: tighter }, context)
    expect(await push(context, JSON.stringify(teams2024))).toEqual({ policy: teams2024, locked: true })
    expect((await push(context, "teams-2024")).policy).toEqual(teams2024)
    const part = await push(context, '{"contact":{"base":{"dueSoonFrom":10,"overdueFrom":14},"windows":[]}}')
    expect(part.policy.contact.base.overdueFrom).toBe(14)
    expect(await policyHandlers["policy.set"]({ policy: tighter }, context)).toMatchObject({
      saved: false,
    })
    expect(await policyHandlers["policy.reset"]({ preset: "default" }, context)).toMatchObject({
      saved: false,
    })
    // Gone again: the user's own is untouched.
    context.platform.managed.items.clear()
    forgetPolicy(context)
    expect(await policyInForce(context)).toMatchObject({
      locked: false,
      policy: { contact: { base: { overdueFrom: 21 } } },
    })
  })

  it("is refused with its reasons where it cannot be used; the last good one stays, over a restart too", async () => {
    const context = await createFakeContext()
    await push(context, "teams-2024")
    const refused = await push(context, '{"contact":{"base":{"dueSoonFrom":40,"overdueFrom":"soon"}}}')
    expect(refused.policy).toEqual(teams2024)
    expect(refused.fault?.reason).toMatch(/cannot be used.*last good one/)
    expect(refused.fault?.faults[0]?.path).toBe("contact.base.overdueFrom")
    const restarted = await createFakeContext({ platform: context.platform })
    expect((await policyInForce(restarted)).policy).toEqual(teams2024)
    const view = await policyHandlers["policy.get"]({}, restarted)
    expect(view.managed).toMatchObject({
      locked: true,
      fault: { faults: [{ path: "contact.base.overdueFrom" }] },
    })
  })

  it("that was never good leaves the user's own in force", async () => {
    const context = await createFakeContext()
    await policyHandlers["policy.set"]({ policy: tighter }, context)
    for (const junk of ["not json", 7, [], "{", { version: 99 }]) {
      const refused = await push(context, junk)
      expect(refused.policy.contact.base.overdueFrom).toBe(21)
      expect(refused.fault?.faults.length).toBeGreaterThan(0)
    }
  })
})

describe("tier counts", () => {
  const fact = <T>(value: T) => ({ value, source: "vitally" as const })
  const book = (segments: (string | undefined)[]) =>
    segments.map((segment, index) => ({
      id: `a${index}`,
      name: `A${index}`,
      traits: {},
      employees: fact(12_000),
      arr: fact(50_000),
      developers: fact(200),
      ...(segment && { segment: fact(segment) }),
    }))
  const counted = (segments: (string | undefined)[]) => {
    const counter = tierCounter()
    for (const facts of book(segments)) counter.add(facts)
    return counter.result()
  }

  it("counts each preset's tiers and prefers the one whose names the CRM uses", () => {
    const { presets: found, best } = counted(["SMB", "smb", undefined])
    expect(best).toBe("teams-2024")
    expect(found.find(({ id }) => id === "teams-2024")).toMatchObject({ unknown: 0 })
    expect(found.find(({ id }) => id === "default")?.tiers).toEqual([
      { name: "Strategic", count: 0 },
      { name: "Large Enterprise", count: 3 },
      { name: "Small Enterprise", count: 0 },
      { name: "Mid-Market", count: 0 },
    ])
  })

  it("between presets of the same names prefers the one whose measures agree", () => {
    // Default and 2022 share their names; only employees put 12,000 into Large Enterprise.
    expect(counted(["Large Enterprise"]).best).toBe("default")
  })

  it("has no favourite where the CRM says nothing", () => {
    expect(counted([undefined]).best).toBeNull()
    expect(tierCounter().result().presets).toHaveLength(Object.keys(presets).length + 3)
  })
})
