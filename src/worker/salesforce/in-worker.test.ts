/** Salesforce as the whole worker uses it: pages in, calls and views out. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"

import type { AccountView, PanelState } from "~src/messaging/contract"
import { type FakeWorker, startFakeWorker, valueOf } from "../worker.fake"
import { refreshSalesforceBook } from "../sync/refresh-book"
import { runJob } from "../kernel/job"
import { salesforceJob } from "../sync/salesforce-job"
import { showcase } from "~test/replica/book/showcase"
import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"
import { assertSoql } from "~test/replica/soql-parsers"

const now = "2026-11-23T10:00:00.000Z"
const nonce = "0123456789abcdef0123"
const lightning = "https://acme.lightning.force.com/lightning/r"
const accountPage = (id: string) => `${lightning}/Account/${id}/view`
const { globex, cyberdyne, initech, tyrellCloud, tyrellRobotics } = showcase

let replica: Replica
let worker: FakeWorker

beforeAll(async () => {
  replica = await startReplica({ accounts: 40, seed: 3, rateLimit: null, tls: false, now })
})
afterAll(() => replica.close())

beforeEach(async () => {
  replica.control.reset()
  replica.control.signInAs(0)
  replica.control.consent()
  worker = await startFakeWorker({ fetch: replicaFetch(replica), now })
  const { identity } = worker.platform
  Object.assign(identity, { redirectUrl: `https://${"a".repeat(32)}.chromiumapp.org/` })
  identity.signIn = async (url) => {
    const answer = await replicaFetch(replica)(url, { redirect: "manual" })
    return answer.headers.get("location") ?? ""
  }
  const { subdomain, apiKey } = access
  const connected = valueOf(await worker.ask("vitally.connect", { region: "us", subdomain, apiKey }))
  const me = connected.connected && connected.admins.find(({ name }) => name === "Maya Lindqvist")
  await worker.ask("me.set", { adminId: me ? me.id : "", role: "" })
  await vi.waitFor(async () => {
    expect(valueOf(await worker.ask("status.get", {})).sync).toMatchObject({ phase: "idle", accounts: 40 })
  }, 10_000)
})

/** Every query that left the worker is one that Salesforce's own grammar and a second parser accept. */
afterEach(() => {
  for (const query of replica.control.queries) assertSoql(query)
})

const signIn = async () => {
  const { myDomain, clientId } = access
  valueOf(await worker.ask("salesforce.signIn", { myDomain, clientId }))
  const { db, platform } = worker.context
  await vi.waitFor(async () => {
    expect((await db.getAll("tasks")).some(({ source }) => source === "salesforce")).toBe(true)
  }, 10_000)
  await platform.locks.whenFree("job:salesforce", () => Promise.resolve())
}
/** Neither the app's tokens nor the browser's own session hold any longer. */
const endSession = () => {
  replica.control.revokeAll()
  replica.control.signInAs(null)
}
const calls = () => replica.control.count({ service: "salesforce" })
const panel = async (url: string): Promise<PanelState> => {
  await worker.gate(7, url, { m: "account.hint", p: { nonce } })
  return valueOf(await worker.frame(7, url, nonce, "panel.get", {}))
}
const shown = (url: string, test: (account: AccountView) => void = () => undefined) =>
  vi.waitFor(async () => {
    const { view } = await panel(url)
    if (view.kind !== "account") throw new Error(JSON.stringify(view))
    test(view.account)
    return view.account
  }, 10_000)
const read = (account: AccountView) =>
  expect(account.salesforce).toMatchObject({ refreshing: false, readAt: now })

describe("opening an account", () => {
  it("costs one call once the org is known, none again within a minute, and none before a panel opens", async () => {
    await signIn()
    await shown(accountPage(initech.salesforceId), read)
    replica.control.clearLog()
    await worker.gate(7, accountPage(globex.salesforceId), { m: "account.hint", p: { nonce } })
    expect(calls()).toBe(0)
    await shown(accountPage(globex.salesforceId), read)
    await shown(accountPage(globex.salesforceId), read)
    expect(calls()).toBe(1)
  })

  it("shows contract truth beside Vitally's, with sources; summaries follow", async () => {
    replica.control.updateRecord(cyberdyne.salesforceId, { Technical_Advisor_Support_Level__c: "Scaled" })
    await signIn()
    const account = await shown(accountPage(cyberdyne.salesforceId), read)
    const { renewalOn, arr } = account.facts
    expect(renewalOn).toMatchObject({ source: "salesforce", field: "Contract.EndDate" })
    expect(renewalOn?.other).toMatchObject({ source: "vitally" })
    expect(arr?.source).toBe("salesforce")
    expect(account.facts.supportLevel).toMatchObject({
      value: "Scaled",
      source: "salesforce",
      field: "Technical_Advisor_Support_Level__c",
      other: { value: "Enterprise", source: "vitally" },
    })
    expect(account.facts.accountType).toMatchObject({ value: "(1) Customer", field: "Type" })
    expect(account.facts.contacts?.some(({ roles }) => roles.length > 0)).toBe(true)
    expect(account.openIn.salesforce).toContain(cyberdyne.salesforceId)
    const summary = await worker.context.db.get("summaries", cyberdyne.id)
    expect(summary?.renewalOn).toBe(renewalOn?.value)
  })

  it("keeps the cached values when the daily limit is reached, and says so", async () => {
    await signIn()
    await shown(accountPage(globex.salesforceId), read)
    replica.control.setTrouble("daily-limit")
    await worker.context.pass(120_000)
    const account = await shown(accountPage(globex.salesforceId), ({ salesforce }) =>
      expect(salesforce.fault?.code).toBe("quota"),
    )
    expect(account.salesforce.readAt).toBe(now)
    expect(account.facts.renewalOn?.source).toBe("salesforce")
    expect(valueOf(await worker.ask("status.get", {})).salesforce).toMatchObject({ state: "error" })
  })

  it("asks to sign in again when the refresh token was revoked, also after the browser was restarted", async () => {
    await signIn()
    await shown(accountPage(globex.salesforceId), read)
    endSession()
    await worker.context.pass(120_000)
    await shown(accountPage(globex.salesforceId), ({ salesforce }) =>
      expect(salesforce.fault?.code).toBe("auth"),
    )
    await worker.platform.session.remove("service.salesforce")
    expect(valueOf(await worker.ask("status.get", {})).salesforce).toMatchObject({
      state: "needs-sign-in",
      fault: { code: "auth" },
    })
  })
})

it("takes a dead sign-in up again when an account is opened, and sends what waited", async () => {
  await signIn()
  endSession()
  const request = { accountId: globex.id, channel: "call", direction: "outbound", at: now } as const
  valueOf(await worker.ask("touch.log", { ...request, alsoSalesforce: true }))
  const state = async () =>
    (await worker.context.db.getAll("outbox")).find(({ target }) => target === "salesforce")
  await vi.waitFor(async () => {
    await worker.context.pass(10_000)
    expect(await state()).toMatchObject({ state: "waiting", fault: { code: "auth" } })
  })
  replica.control.signInAs(0)
  await worker.context.pass(16 * 60_000)
  await shown(accountPage(globex.salesforceId), ({ salesforce }) => expect(salesforce.fault).toBeUndefined())
  expect(valueOf(await worker.ask("status.get", {})).salesforce).toMatchObject({ state: "connected" })
  await vi.waitFor(async () => expect(await state()).toMatchObject({ state: "sent" }))
})

describe("whose org a page belongs to", () => {
  const page = (host: string) =>
    `https://${host}.lightning.force.com/lightning/r/Account/${globex.salesforceId}/view`

  it("shows no customer on another org's page, though the id is the same, and writes nothing from there", async () => {
    await signIn()
    const url = page("other")
    const { view } = await panel(url)
    expect(view).toMatchObject({ kind: "error", fault: { code: "not-connected" } })
    expect(JSON.stringify(view)).not.toContain("Globex")
    const write = { accountId: globex.id, channel: "call", direction: "outbound", at: now } as const
    expect(await worker.frame(7, url, nonce, "touch.log", write)).toMatchObject({ ok: false })
    expect(await worker.context.db.count("outbox")).toBe(0)
  })

  it("says sandbox on a sandbox of ours, and only reads there", async () => {
    await signIn()
    const url = page("acme--uat.sandbox")
    const account = await shown(url)
    expect(account.pageNotice).toMatch(/sandbox/)
    const write = { accountId: globex.id, channel: "call", direction: "outbound", at: now } as const
    expect(await worker.frame(7, url, nonce, "touch.log", write)).toMatchObject({
      ok: false,
      fault: { title: "Nothing is changed from a sandbox page." },
    })
    expect((await shown(accountPage(globex.salesforceId))).pageNotice).toBeUndefined()
  })
})

describe("which account a page is about", () => {
  it.each(["Task", "Quote", "Implementation__c"] as const)("finds the account of %s", async (object) => {
    await signIn()
    const lookup = object === "Implementation__c" ? "Customer__c" : "AccountId"
    const id = replica.control.addRecord(object, { [lookup]: globex.salesforceId, Name: "Rollout" })
    const account = await shown(`${lightning}/${object}/${id}/view`, read)
    expect(account.id).toBe(globex.id)
  })

  it("keeps the account while a dialog or a quick action lies over it", async () => {
    await signIn()
    const behind = encodeURIComponent(`/lightning/r/Account/${globex.salesforceId}/view`)
    const host = "https://acme.lightning.force.com/lightning"
    for (const url of [
      `${host}/o/Contact/new?count=1&backgroundContext=${behind}`,
      `${host}/action/quick/Account.LogCall?context=RECORD_DETAIL&recordId=${globex.salesforceId}&backgroundContext=${behind}`,
    ])
      expect((await shown(url)).id).toBe(globex.id)
  })

  const recordOf = async (object: string) => {
    const row = replica.control.world.salesforce.tables
      .rows(object as "Opportunity", { accountIds: [globex.salesforceId] })
      .find(({ AccountId }) => AccountId === globex.salesforceId)
    return String(row?.Id)
  }

  it("finds the account of an opportunity with one query, once", async () => {
    await signIn()
    const url = `${lightning}/Opportunity/${await recordOf("Opportunity")}/view`
    const account = await shown(url, read)
    expect(account.id).toBe(globex.id)
    replica.control.clearLog()
    await shown(url, read)
    expect(calls()).toBe(0)
  })

  it("says plainly why an opportunity is unknown where nobody is signed in", async () => {
    const url = `${lightning}/Opportunity/${await recordOf("Opportunity")}/view`
    await vi.waitFor(async () => {
      const { view } = await panel(url)
      expect(view).toMatchObject({ kind: "unknown" })
      expect(view.kind === "unknown" && view.text).toMatch(/an opportunity.*Sign in to Salesforce/)
    })
  })

  it("lets the user choose among several Vitally accounts of one Salesforce account", async () => {
    const { view } = await panel(accountPage(tyrellCloud.salesforceId))
    expect(view.kind === "choose" && view.candidates.map(({ id }) => id).sort()).toEqual(
      [tyrellCloud.id, tyrellRobotics.id].sort(),
    )
  })

  it("knows the survivor of a merge by the id that Vitally still has", async () => {
    await signIn()
    const survivor = replica.control.addRecord("Account", { Name: "Initech and Sons" })
    replica.control.mergeAccounts(initech.salesforceId, survivor)
    const account = await shown(accountPage(survivor), ({ salesforce }) =>
      expect(salesforce).toMatchObject({ readAt: now }),
    )
    expect(account.id).toBe(initech.id)
  })

  it("says of an org's own record what it is where it names no single account", async () => {
    await signIn()
    const id = replica.control.addRecord("Implementation__c", {
      Customer__c: globex.salesforceId,
      Partner__c: initech.salesforceId,
    })
    await vi.waitFor(async () => {
      const { view } = await panel(`${lightning}/Implementation__c/${id}/view`)
      expect(view.kind === "unknown" && view.text).toMatch(/an implementation\. .*no single account/)
    })
  })

  it("offers the account of the same name, and reads Salesforce for it once it is linked by hand", async () => {
    await signIn()
    // As if Vitally knew nothing of the Salesforce id.
    const row = await worker.context.db.get("accounts", initech.id)
    if (!row) throw new Error("no Initech")
    const { salesforceId, ...rest } = row
    await worker.context.db.put("accounts", rest)
    replica.control.fault({
      path: `/resources/accounts/${initech.salesforceId}*`,
      status: 404,
      body: { error: "Not found" },
      times: null,
    })
    const url = accountPage(initech.salesforceId)
    const { ref } = await vi.waitFor(async () => {
      const state = await panel(url)
      expect(state.view).toMatchObject({ kind: "unknown", candidates: [{ id: initech.id }] })
      return state
    })
    if (!ref) throw new Error("no ref")
    valueOf(await worker.ask("link.set", { ref, accountId: initech.id }))
    const account = await shown(url, ({ salesforce }) => expect(salesforce).toMatchObject({ readAt: now }))
    expect(account.id).toBe(initech.id)
    expect(salesforceId).toBe(initech.salesforceId)
  })

  it("shows Vitally's accounts of the parent and the children as alternatives", async () => {
    replica.control.updateRecord(initech.salesforceId, { ParentId: globex.salesforceId })
    await signIn()
    // The book's background read may have stored the record, without its family, before the account was opened.
    const offers = (id: string) => (account: AccountView) =>
      expect(account.alternatives.map((other) => other.id)).toContain(id)
    await shown(accountPage(initech.salesforceId), offers(globex.id))
    await shown(accountPage(globex.salesforceId), offers(initech.id))
  })
})

describe("the schedule", () => {
  it("notes activity of the own book, lists own tasks, and counts what it used", async () => {
    await signIn()
    const { db } = worker.context
    const touches = (await db.getAll("touches")).filter(({ id }) => id.startsWith("salesforce-activity:"))
    // Of customers with whom somebody was in touch later, no rows are read.
    expect(touches.length).toBeGreaterThan(0)
    expect(touches.every(({ verdict }) => verdict === "person")).toBe(true)
    const { salesforce } = valueOf(await worker.ask("status.get", {}))
    expect(salesforce).toMatchObject({
      state: "connected",
      quota: expect.stringMatching(/of 100,000 calls today/) as string,
    })
    const popup = valueOf(await worker.ask("popup.get", {}))
    const task = popup.tasks.find(({ source }) => source === "salesforce")
    expect(task).toMatchObject({ mine: true })
    // While Vitally's messages are still being read, more customers turn out to need their rows.
    await vi.waitFor(async () => {
      replica.control.clearLog()
      await runJob(worker.context, salesforceJob)
      expect(calls()).toBe(2)
    }, 20_000)
  })

  it("goes on where a slice ended", async () => {
    await signIn()
    const { context } = worker
    const accounts = new Map(Object.values(showcase).map(({ id, salesforceId }) => [id, salesforceId]))
    replica.control.clearLog()
    const asked = replica.control.queries.length
    expect(await refreshSalesforceBook(context, accounts, () => true)).toMatchObject({ more: true })
    expect(calls()).toBe(0)
    await context.db.put("meta", { key: "salesforce.book", value: [...accounts.values()].sort()[2] })
    expect(await refreshSalesforceBook(context, accounts)).toMatchObject({ more: false })
    expect(replica.control.queries.slice(asked).some((query) => query.includes(globex.salesforceId))).toBe(
      false,
    )
    expect(await context.db.get("meta", "salesforce.book")).toBeUndefined()
  })
})

describe("writes", () => {
  it("logs a touch in both systems where the setting says so, once each", async () => {
    await signIn()
    await worker.ask("settings.set", { patch: { touches: { alsoSalesforce: true } } })
    replica.control.fault({
      method: "POST",
      path: "/services/data/*/sobjects/Task",
      stage: "after",
      drop: true,
    })
    const request = { accountId: globex.id, channel: "call", direction: "outbound", at: now } as const
    valueOf(await worker.ask("touch.log", request))
    await vi.waitFor(async () => {
      await worker.context.pass(60_000)
      const rows = await worker.context.db.getAll("outbox")
      expect(rows.map(({ target, state }) => `${target} ${state}`).sort()).toEqual([
        "salesforce sent",
        "vitally sent",
      ])
    }, 10_000)
    const created = replica.control.applied.filter(
      ({ service, method }) => service === "salesforce" && method === "POST",
    )
    expect(created).toHaveLength(1)
  })

  it("completes one's own Salesforce task, and opens it again there as it was", async () => {
    await signIn()
    const row = (await worker.context.db.getAll("tasks")).find(({ source }) => source === "salesforce")
    if (!row) throw new Error("no task")
    const { id: taskId, accountId } = row
    valueOf(await worker.ask("task.complete", { accountId, taskId, source: "salesforce" }))
    await vi.waitFor(async () => {
      await worker.context.pass(10_000)
      expect((await worker.context.db.getAll("outbox"))[0]?.state).toBe("sent")
    })
    const id = taskId.replace("salesforce:", "")
    const status = () => replica.control.world.salesforce.tables.byId("Task", id)?.Status
    expect(status()).toBe("Completed")
    // Read before it was completed.
    await worker.context.db.put("tasks", { ...row, raw: { ...row.raw, Status: "In Progress" } })
    valueOf(await worker.ask("task.reopen", { accountId, taskId }))
    await vi.waitFor(async () => {
      await worker.context.pass(10_000)
      expect(status()).toBe("In Progress")
    })
  })

  it("keeps a touch for Salesforce while signed out, and sends it after the next sign-in", async () => {
    await signIn()
    endSession()
    const request = { accountId: globex.id, channel: "call", direction: "outbound", at: now } as const
    valueOf(await worker.ask("touch.log", { ...request, alsoSalesforce: true }))
    const state = async () =>
      (await worker.context.db.getAll("outbox")).find(({ target }) => target === "salesforce")
    await vi.waitFor(async () => {
      await worker.context.pass(10_000)
      expect(await state()).toMatchObject({ state: "waiting", fault: { code: "auth" } })
    })
    replica.control.signInAs(0)
    await signIn()
    await vi.waitFor(async () => {
      await worker.context.pass(1_000)
      expect(await state()).toMatchObject({ state: "sent" })
    })
  })
})

it("forgets everything of Salesforce at sign-out, in the summaries too", async () => {
  await signIn()
  await shown(accountPage(cyberdyne.salesforceId), read)
  valueOf(await worker.ask("salesforce.signOut", {}))
  const { db } = worker.context
  expect((await db.getAll("touches")).filter(({ source }) => source === "salesforce")).toEqual([])
  expect((await db.getAll("details")).filter(({ part }) => part === "salesforce")).toEqual([])
  const account = await shown(accountPage(cyberdyne.salesforceId))
  expect(account.salesforce.state).toBe("off")
  expect(account.facts.renewalOn?.source).toBe("vitally")
  expect((await db.get("summaries", cyberdyne.id))?.renewalOn).toBe(account.facts.renewalOn?.value)
})
