import { noFilter } from "~src/domain/book/filter"
import { describe, expect, it, vi } from "vitest"

import { fakeRuntime } from "~src/platform/runtime.fake"

import type { MethodName, Reply } from "./contract"
import { faultError } from "./fault"
import { methods as definitions } from "./methods"
import { mayCall, parseRequest } from "./requests"
import { createRouter, faultOfUnknown, type RouterParts } from "./router"
import type { SenderKind } from "./sender"

const runtime = fakeRuntime()
const { id, origin } = runtime
const url = "https://acme.vitally.io/accounts/11111111-2222-4333-8444-555555555555"
const tab = { id: 7, windowId: 3, url } as chrome.tabs.Tab
const active = { documentLifecycle: "active" } as const
const from: Record<SenderKind, chrome.runtime.MessageSender> = {
  gate: { id, origin: "https://acme.vitally.io", url, tab, frameId: 0, documentId: "D", ...active },
  frame: { id, origin, url: `${origin}/sidepanel.html#n`, tab, frameId: 4, documentId: "F", ...active },
  sidepanel: { id, origin, url: `${origin}/sidepanel.html` },
  page: { id, origin, url: `${origin}/options.html`, tab, frameId: 0 },
}
const kinds = Object.keys(from) as SenderKind[]
const methods = Object.keys(definitions) as MethodName[]

const ref = { site: "vitally", host: "a", key: "k", subdomain: "a", region: "us", kind: "account", id: "1" }
/** A request each method accepts. */
const good: Partial<Record<MethodName, object>> = {
  "panel.claim": { token: "t" },
  "panel.pin": { accountId: "a" },
  "panel.leave": { accountId: "a", scroll: 300, open: ["trait:sentiment"] },
  "task.complete": { accountId: "a", taskId: "t", source: "vitally" },
  "task.add": { accountId: "a", name: "Call" },
  "task.snooze": { accountId: "a", taskId: "t", until: null },
  "touch.log": { accountId: "a", channel: "call", direction: "both", at: "2026-11-23T10:00:00Z" },
  "note.add": { accountId: "a", subject: "Plan", text: "Steps", about: "ask" },
  "trait.set": { accountId: "a", trait: "sentiment", value: "healthy" },
  "workspace.check": { step: 0 },
  "outbox.mend": { id: "o", subject: "Call", fields: { Team__c: "Field" } },
  "outbox.decide": { id: "o", arrived: true },
  "action.step": { accountId: "a", actionId: "x", stepId: "s", done: true },
  "renewal.step": { accountId: "a", on: "2027-03-12", stepId: "s", done: true },
  "action.snooze": { accountId: "a", actionId: "x", until: "2026-12-01" },
  "action.dismiss": { accountId: "a", actionId: "x", fingerprint: "f", reason: "r" },
  "gate.command": { command: "resize", width: 400 },
  "open.page": { page: "options" },
  "settings.set": { patch: {} },
  "link.set": { ref, accountId: "a" },
  "link.remove": { ref },
  "usage.add": { importId: "i", name: "n", columns: {}, rows: [] },
  "usage.link": { account: "x", accountId: "a" },
  "usage.undo": { importId: "i" },
  "book.page": { who: "mine", sort: "name", filter: noFilter, offset: 0, limit: 100 },
  "book.csv": { who: "all", sort: "-arr", filter: noFilter },
  "book.saveViews": { views: [{ name: "Mine", query: "sort=arr" }] },
  "week.renewals": { who: "mine" },
  "week.closeMeeting": { who: "mine" },
  "week.saveAsk": { accountId: "a", text: "Ask" },
  "week.customers": { who: "mine", pick: "all" },
  "week.history": { who: "mine", days: 91 },
  "week.write": { key: "k", text: "Ask" },
  "week.plan": { who: "mine" },
  "week.traits": { who: "all" },
  "week.checkTraits": { accountId: "a", checked: true },
  "coverage.plan": { from: "2026-12-01", to: "2026-12-05" },
  "facts.choose": { accountId: "a", fact: "arr", pick: null },
  "facts.seen": { accountId: "a", key: "arr", print: "p" },
  "evidence.correct": { accountId: "a", touchId: "t", said: "contact" },
  "evidence.noAnswer": { accountId: "a", touchId: "t", needed: false },
  "evidence.preview": { match: "domain", text: "acme.example", counts: false },
  "consent.give": { version: 1 },
  "consent.withdraw": { deleteData: false },
  "vitally.connect": { region: "us", subdomain: "acme", apiKey: "k" },
  "vitally.disconnect": { deleteCache: true },
  "me.set": { adminId: "a" },
  "salesforce.signIn": { myDomain: "acme", clientId: "c" },
  "gateway.signIn": {
    url: "https://g.example",
    issuer: "https://i.example",
    clientId: "c",
    region: "us",
    subdomain: "acme",
  },
  "looker.signIn": {
    ui: "acme.looker.com",
    api: "",
    clientId: "c",
    source: "https://acme.looker.com/looks/1",
  },
  "missing.decide": { remove: false },
  "service.test": { service: "vitally" },
  "policy.set": { policy: {} },
  "policy.import": { text: "{}" },
  "policy.reset": { preset: "default" },
  "policy.preview": { policy: {}, accountId: "a" },
  "traits.set": { fact: "seats", traitKey: null },
  "data.clear": { what: "cache" },
  "data.seen": {},
}
const anyRequest = { accountId: "a", taskId: "t", actionId: "x", id: "o", text: "acme" }

interface World {
  called: string[]
}
function world(change: Partial<RouterParts<World>> = {}) {
  const context: World = { called: [] }
  const handlers = Object.fromEntries(
    methods.map((method) => [
      method,
      (_request: never, { called }: World) => {
        called.push(method)
        return Promise.resolve({ from: method })
      },
    ]),
  ) as unknown as RouterParts<World>["handlers"]
  const router = createRouter<World>({
    own: { id, origin },
    ready: Promise.resolve(context),
    handlers,
    guard: () => Promise.resolve(null),
    gate: () => undefined,
    faultOf: faultOfUnknown,
    ...change,
  })
  const send = (message: unknown, sender: chrome.runtime.MessageSender) =>
    new Promise<Reply<unknown> | "no answer">((resolve) => {
      if (!router(message, sender, (reply) => resolve(reply as Reply<unknown>))) resolve("no answer")
    })
  return { context, handlers, send }
}
const ask = (m: string, p: unknown = {}) => ({ m, p, rid: "r1" })

describe("the sender table", () => {
  it.each(kinds)("lets %s call exactly what the table lists", async (kind) => {
    const { context, send } = world()
    for (const method of methods) {
      const reply = await send(ask(method, good[method] ?? anyRequest), from[kind])
      const allowed = mayCall(kind, method)
      expect([method, reply]).toEqual([
        method,
        allowed
          ? { ok: true, value: { from: method } }
          : expect.objectContaining({ ok: false, fault: expect.objectContaining({ code: "not-allowed" }) }),
      ])
    }
    expect(context.called).toEqual(methods.filter((method) => mayCall(kind, method)))
  })

  it("gives the gate nothing of the contract and panels no settings page", () => {
    expect(methods.filter((method) => mayCall("gate", method))).toEqual([])
    for (const method of ["vitally.connect", "data.export", "policy.set", "search", "link.set"] as const) {
      expect(definitions[method].from).toEqual(["page"])
    }
  })
})

describe("the router", () => {
  it("answers nobody it does not know", async () => {
    const { context, send } = world()
    const stranger = { ...from.page, origin: "https://evil.example", url: "https://evil.example/" }
    expect(await send(ask("settings.get"), stranger)).toMatchObject({ ok: false })
    expect(context.called).toEqual([])
  })

  it.each(["Task", "Asset", "Delivery__c"])("takes a page of %s to be linked by hand", (object) => {
    const page = {
      site: "salesforce",
      host: "a.lightning.force.com",
      key: "k",
      apiHost: "a.my.salesforce.com",
      object,
      id18: "00T000000000001AAA",
    }
    expect(parseRequest("link.set", { ref: page, accountId: "a" })).toMatchObject({ ref: { object } })
  })

  it("leaves messages alone that are no requests", async () => {
    const { send } = world()
    for (const message of [
      null,
      "hello",
      3,
      [],
      { topics: ["book"] },
      { m: 1, p: {} },
      { m: "x", p: {}, rid: 5 },
    ]) {
      expect(await send(message, from.page)).toBe("no answer")
    }
  })

  it("hears of a frame that is going how it was left, and nothing else", async () => {
    const { context, send } = world()
    const going = { ...from.frame, documentLifecycle: "pending_deletion" as const }
    for (const method of methods) await send(ask(method, good[method] ?? anyRequest), going)
    expect(context.called).toEqual(["panel.leave"])
  })

  it("refuses what the contract does not have", async () => {
    const { context, send } = world()
    const bad: [string, unknown][] = [
      ["no.such", {}],
      ["toString", {}],
      ["__proto__", {}],
      ["task.complete", { accountId: "a", taskId: 7, source: "vitally" }],
      ["task.complete", undefined],
      ["trait.set", { accountId: "a", trait: "constructor", value: "x" }],
      ["task.add", { accountId: "a", name: "x".repeat(501) }],
      ["gate.command", { command: "resize", width: "wide" }],
    ]
    for (const [method, request] of bad) {
      const reply = await send(ask(method, request), from.frame)
      expect([method, reply]).toEqual([method, expect.objectContaining({ ok: false })])
    }
    expect(context.called).toEqual([])
  })

  it("asks the guard with the parsed request and obeys it", async () => {
    const seen: object[] = []
    const fault = faultError("not-allowed", "No", "No").fault
    const { context, send } = world({
      guard(_context, _sender, _method, request) {
        seen.push(request)
        return Promise.resolve(fault)
      },
    })
    expect(await send(ask("account.refresh", { accountId: "a", more: 1 }), from.frame)).toEqual({
      ok: false,
      fault,
    })
    expect(seen).toEqual([{ accountId: "a" }])
    expect(context.called).toEqual([])
  })

  it("turns whatever a handler throws into a fault that quotes nothing", async () => {
    const { handlers, send } = world()
    handlers["settings.get"] = () => Promise.reject(new Error("Basic c2VjcmV0"))
    const reply = await send(ask("settings.get"), from.page)
    expect(reply).toMatchObject({ ok: false, fault: { code: "internal" } })
    expect(JSON.stringify(reply)).not.toContain("c2VjcmV0")
    handlers["settings.get"] = () => {
      throw faultError("network", "No network.", "Later.")
    }
    expect(await send(ask("settings.get"), from.page)).toMatchObject({ fault: { title: "No network." } })
  })

  it("does once what a page sends again while it is in hand, and for each page what is its own", async () => {
    const { handlers, send } = world()
    const begun: ((value: object) => void)[] = []
    handlers["open.page"] = () => new Promise((resolve) => void begun.push(resolve))
    const other = { ...from.page, documentId: "other" }
    const request = ask("open.page", { page: "book" })
    const replies = [from.page, from.page, other].map((sender) => send(request, sender))
    replies.push(
      send({ ...request, rid: "r2" }, from.page),
      send({ m: "open.page", p: request.p }, from.page),
    )
    await vi.waitFor(() => expect(begun.length).toBeGreaterThan(3))
    begun.forEach((finish, which) => finish({ which }))
    expect(await Promise.all(replies)).toEqual(
      [0, 0, 1, 2, 3].map((which) => ({ ok: true, value: { which } })),
    )
    const later = send(request, from.page)
    await vi.waitFor(() => expect(begun).toHaveLength(5))
    begun[4]?.({ which: 4 })
    expect(await later).toEqual({ ok: true, value: { which: 4 } })
  })

  it("answers with a fault where the worker could not start", async () => {
    const { send } = world({ ready: Promise.reject(new Error("no storage")) })
    expect(await send(ask("settings.get"), from.page)).toMatchObject({ ok: false })
  })

  it("hands the gate's own methods, and only those, to the gate's handlers", async () => {
    const { send } = world({
      gate: (method) =>
        method === "account.hint" ? (_context, { tabId }) => Promise.resolve({ tabId }) : undefined,
    })
    expect(await send(ask("account.hint"), from.gate)).toEqual({ ok: true, value: { tabId: 7 } })
    expect(await send(ask("account.hint"), from.page)).toMatchObject({ ok: false })
    expect(await send(ask("panel.get"), from.gate)).toMatchObject({ ok: false })
  })
})
