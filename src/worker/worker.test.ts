import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"

import { createFakePlatform } from "~src/platform/platform.fake"
import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

import { sheetsOf } from "./features/panel-window/gate-sheets"
import { type FakeWorker, startFakeWorker, valueOf } from "./worker.fake"

const globex = "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001"
const initech = "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f002"
const pageOf = (id: string) => `https://acme.vitally.io/accounts/${id}`
const nonce = "0123456789abcdef0123"
const now = "2026-11-23T10:00:00Z"

/** A busy machine is slow, not wrong. */
const until = <T>(look: () => Promise<T> | T) => vi.waitFor(look, { timeout: 15_000 })

let replica: Replica
beforeAll(async () => {
  replica = await startReplica({ accounts: 40, seed: 3, rateLimit: null, tls: false, now })
})
afterAll(() => replica.close())

let worker: FakeWorker
beforeEach(async () => {
  worker = await startFakeWorker({ fetch: replicaFetch(replica), now })
})

async function connect() {
  const { region, subdomain, apiKey } = { region: "us" as const, ...access }
  return valueOf(await worker.ask("vitally.connect", { region, subdomain, apiKey }))
}

/** As the frame on a page of the replica; waits until it shows what is wanted. */
async function panelShows(kind: string, url = pageOf(globex)) {
  return until(async () => {
    const state = valueOf(await worker.frame(7, url, nonce, "panel.get", {}))
    expect(state.view.kind).toBe(kind)
    return state
  })
}
const hint = (url = pageOf(globex)) => worker.gate(7, url, { m: "account.hint", p: { nonce } })

describe("the worker, end to end", () => {
  it("says not connected, connects, and shows the page's customer from Vitally's answers", async () => {
    await hint()
    await panelShows("not-connected")
    const connected = await connect()
    expect(connected.connected).toBe(true)
    const state = await panelShows("account")
    expect(state).toMatchObject({ where: "frame", tabId: 7, ref: { id: globex } })
    if (state.view.kind !== "account") throw new Error("no account")
    const { facts, assessment, actions } = state.view.account
    expect(facts.name).toBe("Globex")
    expect(assessment.tier.name).toBe("Strategic")
    expect(assessment.health.official?.score).toBeCloseTo(5.375)
    expect(actions.length).toBeGreaterThanOrEqual(3)
    await until(async () => {
      const status = valueOf(await worker.ask("status.get", {}))
      expect(status.sync).toMatchObject({ phase: "idle", accounts: 40 })
      expect(status.vitally.state).toBe("connected")
    })
  })

  it("tells a wrong key apart and stores nothing of it", async () => {
    const reply = valueOf(
      await worker.ask("vitally.connect", { region: "us", subdomain: "acme", apiKey: "sk_live_wrong" }),
    )
    expect(reply).toMatchObject({ connected: false, fault: { code: "auth" } })
    expect(await worker.context.secrets.vitallyAuthorization()).toBeNull()
  })

  it("gives a frame without its gate's nonce nothing, and one frame nothing of another customer", async () => {
    await connect()
    await hint()
    await panelShows("account")
    const url = pageOf(globex)
    expect(await worker.frame(7, url, "another-nonce-altogether", "panel.get", {})).toMatchObject({
      fault: { code: "not-allowed" },
    })
    expect(await worker.frame(7, url, nonce, "account.brief", { accountId: initech })).toMatchObject({
      fault: { code: "not-allowed" },
    })
    expect(
      await worker.frame(7, url, nonce, "settings.set", { patch: { vitally: { subdomain: "evil" } } }),
    ).toMatchObject({ fault: { code: "not-allowed" } })
    const brief = valueOf(await worker.frame(7, url, nonce, "account.brief", { accountId: globex }))
    expect(brief.title).toContain("Globex")
  })

  it("follows the tab: the later page wins, whatever order the answers come in", async () => {
    await connect()
    await hint()
    await panelShows("account")
    const [first, second] = await Promise.all([
      worker.frame(7, pageOf(globex), nonce, "panel.get", {}),
      worker.frame(7, pageOf(initech), nonce, "panel.get", {}),
    ])
    expect(valueOf(second).seq).toBeGreaterThan(valueOf(first).seq)
    const state = await panelShows("account", pageOf(initech))
    expect(state.view).toMatchObject({ account: { id: initech } })
    const nowhere = valueOf(await worker.frame(7, "https://acme.vitally.io/hubs/1", nonce, "panel.get", {}))
    expect(nowhere.view.kind).toBe("no-account")
  })

  it("says which workspace a page of another one belongs to, and takes app for nobody's", async () => {
    await connect()
    for (const [host, name] of [
      ["other.vitally.io", "other"],
      ["acme.vitally-eu.io", "acme in the European Union"],
    ] as const) {
      const url = `https://${host}/accounts/${globex}`
      await hint(url)
      const state = valueOf(await worker.frame(7, url, nonce, "panel.get", {}))
      expect(state.view).toMatchObject({
        kind: "error",
        fault: {
          title: `This page belongs to the workspace ${name}.`,
          detail: "Account Lens is connected to acme.",
        },
      })
    }
    const app = `https://app.vitally.io/accounts/${globex}`
    await hint(app)
    await panelShows("account", app)
  })

  it("lets the native side panel follow the tab in front of its window", async () => {
    await connect()
    worker.platform.tabs.list = [{ id: 9, windowId: 4, active: true, url: pageOf(initech) }]
    await until(async () => {
      const state = valueOf(await worker.sidePanel("panel.get", { windowId: 4 }))
      expect(state).toMatchObject({ where: "sidepanel", tabId: 9, view: { account: { id: initech } } })
    })
  })

  it("stays on a pinned customer in its own tab, until the pin is taken out", async () => {
    await connect()
    await hint()
    await panelShows("account")
    const elsewhere = pageOf(initech)
    expect(await worker.frame(7, pageOf(globex), nonce, "panel.pin", { accountId: initech })).toMatchObject({
      fault: { code: "not-allowed" },
    })
    valueOf(await worker.frame(7, pageOf(globex), nonce, "panel.pin", { accountId: globex }))
    const here = valueOf(await worker.frame(7, pageOf(globex), nonce, "panel.get", {}))
    expect(here.pinned).toMatchObject({ here: true })
    await until(async () => expect(await worker.context.db.get("accounts", initech)).toBeDefined())
    const away = valueOf(await worker.frame(7, elsewhere, nonce, "panel.get", {}))
    expect(away).toMatchObject({
      pinned: { here: false, page: "Initech" },
      view: { account: { id: globex } },
    })
    expect(
      valueOf(await worker.frame(7, elsewhere, nonce, "account.brief", { accountId: globex })).title,
    ).toContain("Globex")
    // Another tab's panel knows nothing of it.
    await worker.gate(8, elsewhere, { m: "account.hint", p: { nonce: `${nonce}8` } })
    expect(
      await worker.frame(8, elsewhere, `${nonce}8`, "account.brief", { accountId: globex }),
    ).toMatchObject({
      fault: { code: "not-allowed" },
    })
    valueOf(await worker.frame(7, elsewhere, nonce, "panel.pin", { accountId: null }))
    const followed = valueOf(await worker.frame(7, elsewhere, nonce, "panel.get", {}))
    expect(followed).toMatchObject({ view: { account: { id: initech } } })
    expect(followed.pinned).toBeUndefined()
    expect(await worker.frame(7, elsewhere, nonce, "account.brief", { accountId: globex })).toMatchObject({
      fault: { code: "not-allowed" },
    })
  })

  it("keeps the side panel of a window on its pinned customer, on any page", async () => {
    await connect()
    worker.platform.tabs.list = [{ id: 9, windowId: 4, active: true, url: pageOf(globex) }]
    await until(async () => {
      const state = valueOf(await worker.sidePanel("panel.get", { windowId: 4 }))
      expect(state).toMatchObject({ view: { account: { id: globex } } })
    })
    valueOf(await worker.sidePanel("panel.pin", { accountId: globex, windowId: 4 }))
    worker.platform.tabs.list = [{ id: 9, windowId: 4, active: true, url: "https://example.com/" }]
    const state = valueOf(await worker.sidePanel("panel.get", { windowId: 4 }))
    expect(state).toMatchObject({ pinned: { here: false, page: null }, view: { account: { id: globex } } })
    expect(valueOf(await worker.sidePanel("panel.get", { windowId: 5 })).view.kind).toBe("no-account")
  })

  it("says with an account how its panel was left in this tab, also by a frame that is already going", async () => {
    await connect()
    await hint()
    await panelShows("account")
    const url = pageOf(globex)
    const list = "https://acme.vitally.io/hubs/accounts/all"
    const left = { scroll: 300, open: ["tasks"] }
    await worker.gate(7, list, { m: "account.hint", p: { nonce, gone: true } })
    valueOf(await worker.frame(7, list, nonce, "panel.leave", { accountId: globex, tabId: 8, ...left }))
    await hint()
    expect((await panelShows("account")).left).toEqual(left)
    // The same customer in another tab was left by nobody yet; the native panel names the tab beside it.
    await worker.gate(8, url, { m: "account.hint", p: { nonce: `${nonce}8` } })
    expect(valueOf(await worker.frame(8, url, `${nonce}8`, "panel.get", {})).left).toBeUndefined()
    worker.platform.tabs.list = [{ id: 8, windowId: 4, active: true, url }]
    valueOf(await worker.sidePanel("panel.leave", { accountId: globex, tabId: 8, scroll: 10, open: [] }))
    expect(valueOf(await worker.sidePanel("panel.get", { windowId: 4 })).left).toEqual({
      scroll: 10,
      open: [],
    })
    for (const bad of [
      { scroll: -1, open: [] },
      { scroll: 0, open: Array(201).fill("x") },
    ])
      expect(await worker.frame(7, url, nonce, "panel.leave", { accountId: globex, ...bad })).toMatchObject({
        fault: { code: "bad-request" },
      })
  })

  it("remembers the ticked steps of one renewal, and of no other", async () => {
    await connect()
    await hint()
    const { view } = await panelShows("account")
    if (view.kind !== "account") throw new Error("no account")
    const on = view.account.assessment.renewal.on ?? ""
    const [step] = view.account.assessment.renewal.steps
    const tick = (day: string, done: boolean) =>
      worker.frame(7, pageOf(globex), nonce, "renewal.step", {
        accountId: globex,
        on: day,
        stepId: step?.id ?? "",
        done,
      })
    const done = async () => {
      const { view: now } = await panelShows("account")
      return now.kind === "account" ? now.account.renewalDone : null
    }
    valueOf(await tick("2025-01-01", true))
    expect(await done()).toEqual([])
    valueOf(await tick(on, true))
    expect(await done()).toEqual([step?.id])
    valueOf(await tick(on, false))
    expect(await done()).toEqual([])
  })

  it("links a page by hand, remembers it, and undoes it", async () => {
    await connect()
    const url = "https://acme.vitally.io/accounts/99999999-9999-4999-8999-999999999999"
    await hint(url)
    const unknown = await panelShows("unknown", url)
    if (!unknown.ref) throw new Error("no ref")
    await until(async () => expect(await worker.context.db.get("accounts", initech)).toBeDefined())
    valueOf(await worker.ask("link.set", { ref: unknown.ref, accountId: initech }))
    const linked = await panelShows("account", url)
    expect(linked.view).toMatchObject({ account: { id: initech, linkedBy: { how: "hand" } } })
    expect(valueOf(await worker.ask("link.list", {}))).toHaveLength(1)
    valueOf(await worker.ask("link.remove", { ref: unknown.ref }))
    await panelShows("unknown", url)
  })

  it("keeps the place of each host and obeys the frame's commands", async () => {
    const url = pageOf(globex)
    worker.platform.tabs.list = [{ id: 7, windowId: 1, active: true, url }]
    await hint()
    valueOf(await worker.frame(7, url, nonce, "gate.command", { command: "resize", width: 9_000 }))
    valueOf(await worker.frame(7, url, nonce, "gate.command", { command: "side", side: "left" }))
    const place = await worker.gate(7, url, { m: "place.get" })
    expect(place).toMatchObject({ ok: true, value: { width: 640, side: "left", open: null, mode: "page" } })
    expect(worker.platform.tabs.messages).toContainEqual({
      tabId: 7,
      message: {
        gate: "place",
        side: "left",
        width: 640,
        tabTop: 0.3,
        sheets: sheetsOf({ side: "left", room: true }),
      },
    })
    valueOf(await worker.frame(7, url, nonce, "gate.command", { command: "shift", by: 0.1 }))
    valueOf(await worker.frame(7, url, nonce, "gate.command", { command: "shift", by: 0.9 }))
    expect(await worker.gate(7, url, { m: "place.get" })).toMatchObject({ value: { tabTop: 1 } })
    // Until one chooses, the page makes room; the panel knows that nobody chose yet.
    const asked = async () => valueOf(await worker.frame(7, url, nonce, "panel.get", {})).room
    expect(await asked()).toBeNull()
    valueOf(await worker.frame(7, url, nonce, "gate.command", { command: "room", room: false }))
    expect(await asked()).toBe(false)
    expect(await worker.gate(7, url, { m: "place.get" })).toMatchObject({
      value: { sheets: sheetsOf({ side: "left", room: false }) },
    })
    valueOf(await worker.frame(7, url, nonce, "gate.command", { command: "expand" }))
    expect(worker.platform.tabs.messages).toContainEqual({ tabId: 7, message: { gate: "expand" } })
    valueOf(await worker.ask("settings.set", { patch: { panel: { mode: "browser" } } }))
    expect(worker.platform.tabs.messages).toContainEqual({
      tabId: 7,
      message: { gate: "place", mode: "browser" },
    })
  })

  it("opens Chrome's side panel in the shortcut's own turn, also in a worker that has just woken", async () => {
    valueOf(await worker.ask("settings.set", { patch: { panel: { mode: "browser" } } }))
    // What the last one noted is all that the next one can know in that turn.
    const platform = createFakePlatform()
    await platform.local.set(Object.fromEntries(worker.platform.local.items))
    worker = await startFakeWorker({ platform, now, settings: { panel: { mode: "browser" } } })
    platform.commands.press("toggle-panel", 7, 1)
    expect(platform.sidePanel.openIn).toEqual([1])
    platform.sidePanel.toggle(1, true)
    await until(() => expect(platform.session.items.get("beside")).toEqual([1]))
    // Once more hides it; opening what is open does nothing.
    platform.commands.press("toggle-panel", 7, 1)
    await until(() => expect(platform.sidePanel.closedIn).toEqual([1]))
    expect(platform.sidePanel.openIn).toEqual([1])
    platform.commands.press("toggle-panel", 7, 2)
    expect(platform.sidePanel.openIn.at(-1)).toBe(2)
    expect(platform.sidePanel.closedIn).toEqual([1])
  })

  it("has the pages of a window make room for Chrome's side panel, and come back after it", async () => {
    const { platform } = worker
    const url = pageOf(globex)
    platform.tabs.list = [
      { id: 7, windowId: 1, active: true, url },
      { id: 8, windowId: 1, active: false, url },
      { id: 9, windowId: 2, active: true, url },
    ]
    await hint()
    await worker.gate(9, url, { m: "account.hint", p: { nonce: `${nonce}9` } })
    const told = () => platform.tabs.messages.splice(0)
    platform.sidePanel.toggle(1, true)
    await until(() => expect(platform.tabs.messages).toHaveLength(1))
    expect(told()).toEqual([{ tabId: 7, message: { gate: "place", mode: "browser" } }])
    // A page opened meanwhile has none either, and is told like the others.
    expect(await worker.gate(8, url, { m: "place.get" })).toMatchObject({ value: { mode: "browser" } })
    platform.commands.press("toggle-panel", 7, 1)
    await until(() => expect(platform.sidePanel.closedIn).toEqual([1]))
    expect(platform.sidePanel.openIn).toEqual([])
    platform.sidePanel.toggle(1, false)
    await until(() => expect(platform.tabs.messages).toHaveLength(2))
    expect(told()).toEqual([7, 8].map((tabId) => ({ tabId, message: { gate: "place", mode: "page" } })))
    platform.commands.press("toggle-panel", 7, 1)
    await until(() => expect(told()).toEqual([{ tabId: 7, message: { gate: "toggle" } }]))
  })

  it("opens one tab for each customer, and brings back the one that is open", async () => {
    const { platform } = worker
    const address = (id: string) => platform.runtime.url(`tabs/account.html#account=${id}`)
    platform.tabs.list = [{ id: 5, windowId: 1, active: false, url: address(globex) }]
    platform.runtime.pages = [{ tabId: 5, windowId: 1, url: address(globex) }]
    valueOf(await worker.ask("open.page", { page: "account", accountId: initech }))
    expect(platform.tabs.opened.at(-1)).toBe(address(initech))
    valueOf(await worker.ask("open.page", { page: "account", accountId: globex }))
    expect(platform.tabs.list).toEqual([{ id: 5, windowId: 1, active: true, url: address(globex) }])
    expect(platform.tabs.opened.filter((url) => url === address(globex))).toEqual([])
  })

  it("completes a task: shown at once, undone while it can be, on the server once", async () => {
    await connect()
    await hint()
    const before = await panelShows("account")
    if (before.view.kind !== "account") throw new Error("no account")
    const task = before.view.account.tasks.find(({ completedAt }) => completedAt === undefined)
    if (!task) throw new Error("no open task")
    const request = { accountId: globex, taskId: task.id, source: "vitally" } as const
    const url = pageOf(globex)
    const shown = async () => {
      const { view } = valueOf(await worker.frame(7, url, nonce, "panel.get", {}))
      return view.kind === "account" ? view.account.tasks.find(({ id }) => id === task.id) : undefined
    }

    const first = valueOf(await worker.frame(7, url, nonce, "task.complete", request))
    expect(await shown()).toMatchObject({ completedAt: expect.any(String), pending: { state: "waiting" } })
    valueOf(await worker.frame(7, url, nonce, "outbox.undo", { id: first.outboxId }))
    expect((await shown())?.completedAt).toBeUndefined()

    replica.control.clearLog()
    valueOf(await worker.frame(7, url, nonce, "task.complete", request))
    await worker.context.pass(8_000)
    await until(async () => {
      const writes = replica.control.requests.filter(({ method }) => method === "PUT")
      expect(writes.map(({ path }) => path)).toEqual([`/resources/tasks/${task.id}`])
      expect((await worker.context.db.getAll("outbox")).map(({ state }) => state)).toEqual(["sent"])
    })
    expect(await shown()).toMatchObject({ completedAt: expect.any(String) })
  })

  it("refuses to touch another account's task", async () => {
    await connect()
    await hint()
    await panelShows("account")
    const foreign = await until(async () => {
      const task = (await worker.context.db.getAll("tasks")).find(({ accountId }) => accountId === initech)
      if (!task) throw new Error("not synced yet")
      return task
    })
    const reply = await worker.frame(7, pageOf(globex), nonce, "task.complete", {
      accountId: globex,
      taskId: foreign.id,
      source: "vitally",
    })
    expect(reply).toMatchObject({ fault: { code: "not-found" } })
  })

  it("puts a recommendation off and brings it back", async () => {
    await connect()
    await hint()
    const before = await panelShows("account")
    if (before.view.kind !== "account") throw new Error("no account")
    const [action] = before.view.account.actions
    if (!action) throw new Error("no action")
    const of = { accountId: globex, actionId: action.id }
    const ids = async () => {
      const { view } = await panelShows("account")
      if (view.kind !== "account") throw new Error("no account")
      return view.account.actions.map(({ id }) => id)
    }
    const url = pageOf(globex)
    valueOf(await worker.frame(7, url, nonce, "action.snooze", { ...of, until: "2026-11-30" }))
    expect(await ids()).not.toContain(action.id)
    valueOf(await worker.frame(7, url, nonce, "action.snooze", { ...of, until: null }))
    expect(await ids()).toContain(action.id)
    const { fingerprint } = action
    valueOf(
      await worker.frame(7, url, nonce, "action.dismiss", { ...of, fingerprint, reason: "done elsewhere" }),
    )
    expect(await ids()).not.toContain(action.id)
    valueOf(
      await worker.frame(7, url, nonce, "action.dismiss", { ...of, fingerprint: "older", reason: "no" }),
    )
    expect(await ids()).toContain(action.id)
  })

  it("lets no reply and no stored page data hold the key", async () => {
    await connect()
    await hint()
    await panelShows("account")
    const secret = btoa(`${access.apiKey}:`)
    const replies = [
      await worker.ask("settings.get", {}),
      await worker.ask("status.get", {}),
      await worker.ask("vitally.admins", {}),
      await worker.frame(7, pageOf(globex), nonce, "panel.get", {}),
      worker.platform.runtime.sent,
      [...worker.platform.session.items.values()],
    ]
    for (const reply of replies) {
      expect(JSON.stringify(reply)).not.toContain(access.apiKey)
      expect(JSON.stringify(reply)).not.toContain(secret)
    }
  })

  it("keeps writes through a disconnect and sends them when connected again", async () => {
    await connect()
    await hint()
    await panelShows("account")
    const log = { accountId: globex, channel: "call", direction: "outbound", at: now, note: "Spoke" } as const
    valueOf(await worker.ask("touch.log", log))
    valueOf(await worker.ask("vitally.disconnect", { deleteCache: false }))
    await worker.context.pass(8_000)
    await worker.context.pass(60_000)
    expect((await worker.context.db.getAll("outbox")).map(({ state }) => state)).toEqual(["waiting"])
    await connect()
    await until(async () => {
      expect((await worker.context.db.getAll("outbox")).map(({ state }) => state)).toEqual(["sent"])
    })
  })

  it("sends what the last worker left as soon as another one starts", async () => {
    const same = { fetch: replicaFetch(replica), platform: createFakePlatform(), databaseName: "left-over" }
    worker = await startFakeWorker({ ...same, now })
    await connect()
    await until(async () => expect(await worker.context.db.get("accounts", globex)).toBeDefined())
    valueOf(
      await worker.ask("touch.log", { accountId: globex, channel: "call", direction: "outbound", at: now }),
    )
    // Its timer dies with it, eight seconds early; its alarm would ring ten seconds from now.
    worker = await startFakeWorker({ ...same, now: "2026-11-23T10:00:20Z" })
    await until(async () => {
      expect((await worker.context.db.getAll("outbox")).map(({ state }) => state)).toEqual(["sent"])
    })
  })

  it("logs starts, jobs, refusals and what became of writes, and of the book it read nothing", async () => {
    await hint()
    await connect()
    await panelShows("account")
    await worker.frame(7, pageOf(globex), "another-nonce-altogether", "panel.get", {})
    await worker.ask("account.brief", { accountId: "canary-account" })
    await until(async () => {
      const { text } = valueOf(await worker.ask("diagnostics.get", {}))
      for (const line of [
        /worker\.started ms=\d+/,
        /vitally\.connected/,
        /worker\.start-sync/,
        /sync\.slice accounts=40 changed=40/,
        /worker\.end-sync ms=\d+/,
        /worker\.refused-panel-claim fault=not-allowed/,
        /worker\.refused-account-brief fault=not-found/,
      ])
        expect(text).toMatch(line)
    })
    const { text } = valueOf(await worker.ask("diagnostics.get", {}))
    const accounts = await worker.context.db.getAll("accounts")
    const { admins } = valueOf(await worker.ask("vitally.admins", {}))
    const secrets = [
      "canary",
      access.apiKey,
      access.subdomain,
      ...[...accounts, ...admins].flatMap(({ id, name }) => [id, name]),
    ]
    expect(secrets.length).toBeGreaterThan(80)
    expect(secrets.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()))).toEqual([])
  })
})
