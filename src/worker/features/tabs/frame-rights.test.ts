import { isWrite } from "~src/messaging/requests"
import { beforeEach, describe, expect, it } from "vitest"

import type { Sight } from "~src/messaging/gate-protocol"
import { inPlace, startFakeWorker, type FakeWorker } from "~src/worker/worker.fake"

import { isPlain } from "./in-sight"
import { isOurs } from "./our-pages"
import { spendForPage } from "./page-budget"
import { claimFrame, isVouched } from "./vouched"

const url = "https://acme.vitally.io/accounts/5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001"
const token = "0123456789abcdef0123"

let worker: FakeWorker
beforeEach(async () => {
  worker = await startFakeWorker()
})

const frame = (documentId: string) => ({ kind: "frame", tabId: 7, windowId: 1, documentId, url }) as const
const hint = (nonce: string) => worker.gate(7, url, { m: "account.hint", p: { nonce } })

describe("a token", () => {
  it("is spent by the first document that shows it, and good for that one again", async () => {
    await hint(token)
    expect(await claimFrame(worker.context, frame("one"), token)).toBe(true)
    expect(await claimFrame(worker.context, frame("two"), token)).toBe(false)
    expect(await claimFrame(worker.context, frame("one"), token)).toBe(true)
    expect(await isVouched(worker.context, frame("one"))).toBe(true)
  })

  it("is none where no gate issued it, where the gate took it back, and where the document of the tab is another", async () => {
    expect(await claimFrame(worker.context, frame("one"), token)).toBe(false)
    await hint(token)
    expect(await claimFrame(worker.context, frame("one"), "")).toBe(false)
    await worker.gate(7, url, { m: "account.hint", p: { nonce: token, gone: true } })
    expect(await claimFrame(worker.context, frame("one"), token)).toBe(false)
    await hint(token)
    expect(await claimFrame(worker.context, frame("one"), token)).toBe(true)
    await worker.gate(7, url, { m: "account.hint", p: { nonce: `${token}2` } }, "another document")
    expect((await worker.context.tabs.get(7))?.frame).toBeUndefined()
  })

  it("lets the questions wait that came before it, and no longer than some seconds", async () => {
    await hint(token)
    const early = isVouched(worker.context, frame("one"))
    await expect.poll(() => claimFrame(worker.context, frame("one"), token)).toBe(true)
    expect(await early).toBe(true)
    const never = isVouched(worker.context, frame("two"))
    await new Promise((resolve) => setTimeout(resolve, 0))
    await worker.context.pass(8_000)
    expect(await never).toBe(false)
  })

  it("that no document shows says that the page keeps the panel out", async () => {
    worker.platform.tabs.list = [{ id: 7, windowId: 1, active: true, url }]
    await hint(token)
    await new Promise((resolve) => setTimeout(resolve, 0))
    await worker.context.pass(6_000)
    await expect
      .poll(() => worker.platform.tabs.messages.map(({ message }) => (message as { gate: string }).gate))
      .toContain("blocked")
  })

  it("that a slow page's document still waits for says nothing", async () => {
    worker.platform.tabs.list = [{ id: 7, windowId: 1, active: true, url }]
    await hint(token)
    await new Promise((resolve) => setTimeout(resolve, 0))
    const waits = isVouched(worker.context, frame("slow"))
    await worker.context.pass(6_000)
    expect(worker.platform.tabs.messages).toEqual([])
    await worker.context.pass(8_000)
    expect(await waits).toBe(false)
  })

  it("that was shown in time says nothing", async () => {
    worker.platform.tabs.list = [{ id: 7, windowId: 1, active: true, url }]
    await hint(token)
    await claimFrame(worker.context, frame("one"), token)
    await worker.context.pass(6_000)
    expect(worker.platform.tabs.messages).toEqual([])
  })
})

describe("a write from a frame", () => {
  const sight: Sight = { ...inPlace, nonce: token }

  it("is taken in its own place, on either side and in a narrow window", () => {
    expect(isPlain(sight)).toBe(true)
    expect(isPlain({ ...sight, box: [0, 0, 380, 900, 1440, 900] })).toBe(true)
    expect(isPlain({ ...sight, box: [1060.4, 0.2, 379.6, 899.7, 1440, 900] })).toBe(true)
    expect(isPlain({ ...sight, box: [6, 0, 280, 400, 286, 400] })).toBe(true)
    // A window that scrolls both ways: its bars lie at the right and below.
    expect(isPlain({ ...sight, box: [1043, 0, 380, 883, 1440, 900] })).toBe(true)
  })

  it.each<[string, Partial<Sight>]>([
    ["elsewhere in the tree", { home: false }],
    ["zoomed by the page", { zoom: 0.15 }],
    ["masked", { veil: "linear-gradient(red, blue)nonenone1" }],
    ["translucent", { veil: "nonenonenone0.5" }],
    ["in the middle of the window", { box: [500, 0, 380, 900, 1440, 900] }],
    ["away from its edge", { box: [1020, 0, 380, 900, 1440, 900] }],
    ["below the top", { box: [1060, 15, 380, 885, 1440, 900] }],
    ["lower than the window", { box: [1060, 300, 380, 900, 1440, 900] }],
    ["shorter than the window", { box: [1060, 0, 380, 500, 1440, 900] }],
    ["too narrow to read", { box: [1340, 0, 100, 900, 1440, 900] }],
    ["too low to read", { box: [1060, 0, 380, 100, 1440, 100] }],
    ["without a size", { box: [] }],
  ])("is refused where the frame is %s", (_what, change) => {
    expect(isPlain({ ...sight, ...change })).toBe(false)
  })

  it("is refused where the gate does not answer, or speaks of an earlier frame", async () => {
    const step = { accountId: "a", actionId: "x", stepId: "s", done: true }
    const refused = { ok: false, fault: { code: "not-seen" } }
    await hint(token)
    for (const answer of [
      undefined,
      null,
      "junk",
      { ...sight, nonce: "earlier" },
      { ...sight, home: false },
    ]) {
      worker.platform.tabs.answer = () => answer
      expect(await worker.frame(7, url, token, "action.step", step)).toMatchObject(refused)
    }
    worker.platform.tabs.answer = () => sight
    expect(await worker.frame(7, url, token, "action.step", step)).not.toMatchObject(refused)
  })

  it("is whatever is not named as reading", () => {
    expect(
      ["task.complete", "touch.log", "trait.set", "outbox.decide"].map((m) => isWrite(m as never)),
    ).toEqual([true, true, true, true])
    expect(isWrite("panel.get")).toBe(false)
  })
})

describe("our pages", () => {
  const none = {
    vitally: { region: "us", subdomain: "", connected: false },
    salesforce: { mode: "none", myDomain: "", clientId: "", connected: false },
  } as const
  const ours = {
    vitally: { ...none.vitally, subdomain: "Acme" },
    salesforce: { ...none.salesforce, myDomain: "acme.my.salesforce.com" },
  }

  it.each([
    ["https://acme.vitally.io/accounts/1", true],
    ["https://app.vitally.io/accounts/1", true],
    ["https://other.vitally.io/accounts/1", false],
    ["https://acme.vitally-eu.io/accounts/1", false],
    ["https://help.vitally.io/accounts/1", false],
    ["https://acme.lightning.force.com/lightning/r/1", true],
    ["https://acme.my.salesforce.com/001", true],
    ["https://acme--uat.sandbox.lightning.force.com/lightning/r/1", true],
    ["https://other--uat.sandbox.lightning.force.com/lightning/r/1", false],
    ["https://other.lightning.force.com/lightning/r/1", false],
    ["https://acme.vitally.io.evil.example/accounts/1", false],
    ["http://acme.vitally.io/accounts/1", false],
  ])("%s: %s", (address, expected) => {
    expect(isOurs(address, ours)).toBe(expected)
  })

  it("are all pages of both apps while nothing is connected", () => {
    expect(isOurs("https://other.vitally.io/", none)).toBe(true)
    expect(isOurs("https://other.lightning.force.com/", none)).toBe(true)
    expect(isOurs("https://status.vitally.io/", none)).toBe(false)
  })
})

it("gives pages a dozen customers a minute, and the same one as often as it is asked", async () => {
  const { context } = worker
  const spend = (from: number, to: number) =>
    Promise.all(
      Array.from({ length: to - from }, (_, at) => spendForPage(context, `page ${String(from + at)}`)),
    )
  expect((await spend(0, 20)).filter(Boolean)).toHaveLength(12)
  expect(await spendForPage(context, "page 3")).toBe(true)
  expect(await spendForPage(context, "page 99")).toBe(false)
  await context.pass(60_000)
  expect(await spendForPage(context, "page 99")).toBe(true)
})
