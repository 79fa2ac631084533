/** Answers that Vitally may give and the replica does not: nothing is lost, doubled or stuck. */
import { beforeEach, describe, expect, it } from "vitest"

import { getMeta } from "../cache/meta"

import { refreshAccount } from "./refresh-account"
import { account, listed, scriptedWorkspace, sync } from "./scripted-vitally.fake"

const noon = Date.parse("2026-11-20T12:00:00Z")
let vitally: Workspace["vitally"]
let accounts: Workspace["accounts"]
let deps: Workspace["deps"]
let clock: Workspace["clock"]

beforeEach(() => {
  ;({ vitally, accounts, deps, clock } = scriptedWorkspace())
})

type Workspace = ReturnType<typeof scriptedWorkspace>
type Deps = Awaited<ReturnType<Workspace["deps"]>>

const thread = (id: string, more: object = {}) => ({
  id,
  subject: "Upgrade",
  source: "google",
  updatedAt: "2026-11-20T09:00:00Z",
  ...more,
})
const mail = (id: string) => ({
  id,
  type: "outbound",
  timestamp: "2026-11-19T09:00:00Z",
  message: "Hello",
  from: { type: "admin", id: "maya" },
})
const touchesOf = async ({ db }: Deps, id: string) =>
  (await db.getAllFromIndex("touches", "accountId", id)).map(({ subject }) => subject).sort()

it("keeps a conversation and a meeting that belong to two accounts with both", async () => {
  const to = await deps()
  accounts(account("a"), account("b"))
  for (const id of ["a", "b"]) {
    vitally.at(`accounts/${id}/conversations`, listed(thread("t1")))
    vitally.at(
      `accounts/${id}/meetings`,
      listed({ id: "m1", title: "QBR", startDateTime: "2026-11-10T09:00:00Z" }),
    )
  }
  vitally.at("conversations/t1", thread("t1", { messages: [mail("m1")] }))
  await refreshAccount(to, "a")
  await refreshAccount(to, "b")
  expect(await touchesOf(to, "a")).toEqual(["QBR", "Upgrade"])
  expect(await touchesOf(to, "b")).toEqual(["QBR", "Upgrade"])
  await refreshAccount(to, "a")
  expect(await touchesOf(to, "a")).toEqual(["QBR", "Upgrade"])
  expect(await touchesOf(to, "b")).toEqual(["QBR", "Upgrade"])
})

const ids = async ({ db }: Deps, store: "accounts" | "tasks" | "organizations") => db.getAllKeys(store)

describe("an account that the list no longer shows", () => {
  it.each([
    { what: "not found", status: 404, body: { error: "Not found" }, stays: false },
    { what: "gone", status: 410, body: { message: "Deleted" }, stays: false },
    { what: "a proxy's not found", status: 404, body: "<html>404</html>", stays: true },
    { what: "a refusal", status: 400, body: { error: "Invalid id" }, stays: true },
    { what: "an empty list", status: 200, body: listed(), stays: true },
    { what: "null", status: 200, body: null, stays: true },
    { what: "another account", status: 200, body: account("a"), stays: true },
    { what: "a number as its id", status: 200, body: { ...account("b"), id: 7 }, stays: true },
    { what: "forbidden", status: 403, body: {}, stays: true },
    { what: "a broken service", status: 500, body: {}, stays: true },
    { what: "something unreadable", status: 200, body: { results: "?" }, stays: true },
  ])("and $what of its own, twice in ten minutes; stays: $stays", async ({ status, body, stays }) => {
    const to = await deps()
    accounts(account("a"), account("b", { csmId: "other" }))
    await sync(to)
    accounts(account("a"))
    vitally.at("accounts/b", body, status)
    const result = await sync(to, true)
    expect(result.fault).toBeUndefined()
    expect(result.state.phase).toBe("idle")
    expect(await ids(to, "accounts")).toEqual(["a", "b"])
    clock.skew += 11 * 60_000
    await sync(to)
    expect(await ids(to, "accounts")).toEqual(stays ? ["a", "b"] : ["a"])
    clock.skew += 25 * 3_600_000
    await sync(to)
    expect(await ids(to, "accounts")).toEqual(stays ? ["a", "b"] : ["a"])
  })
})

it.each([403, 500])("many of them that answer %i do not hold the sync up for ever", async (status) => {
  const { fetch } = vitally
  const to = await deps({
    me: null,
    fetch: (url, init) => {
      clock.skew += 1000
      return fetch(url, init)
    },
  })
  const hidden = Array.from({ length: 40 }, (_, index) => account(`x${index}`))
  accounts(account("a"), ...hidden)
  await sync(to)
  accounts(account("a"))
  for (const { id } of hidden) vitally.at(`accounts/${id}`, {}, status)
  expect((await sync(to, true)).state.phase).toBe("idle")
  expect(await to.db.count("accounts")).toBe(41)
})

describe("an account that is answered by another one", () => {
  const confused = async () => {
    const to = await deps()
    accounts(account("a"), account("b"))
    vitally.at("accounts/a/conversations", listed(thread("t1")))
    vitally.at("conversations/t1", thread("t1", { messages: [mail("m1")] }))
    await sync(to)
    accounts(account("a"))
    vitally.at("accounts/b", account("a"))
    return to
  }

  it("stays through whole passes: a merge is not told from a mistake", async () => {
    const to = await confused()
    for (let day = 0; day < 3; day += 1) {
      await sync(to, true)
      clock.skew += 25 * 3_600_000
    }
    expect(await ids(to, "accounts")).toEqual(["a", "b"])
  })

  it("stays when it is opened, and neither gets what is the other's", async () => {
    const to = await confused()
    expect(await refreshAccount(to, "b")).toMatchObject({ ok: false, fault: { code: "malformed" } })
    expect(await ids(to, "accounts")).toEqual(["a", "b"])
    expect(await touchesOf(to, "a")).toEqual(["Upgrade"])
    expect((await to.db.get("accounts", "b"))?.name).toBe("Account b")
  })
})

it("brings what one account's reading tells of its organization to the others under it", async () => {
  const to = await deps({ me: null })
  const organization = (mrr: number, updatedAt: string) => {
    vitally.at("organizations", listed({ id: "o", name: "O", mrr, updatedAt }))
    vitally.at("organizations/o", { id: "o", name: "O", mrr, updatedAt })
  }
  organization(1000, "2026-11-01T00:00:00Z")
  accounts(account("a", { organizationId: "o" }), account("b", { organizationId: "o" }))
  await sync(to)
  organization(2000, "2026-11-20T11:00:00Z")
  await refreshAccount(to, "a")
  const arr = async (id: string) => (await to.db.get("summaries", id))?.arr
  expect([await arr("a"), await arr("b")]).toEqual([24_000, 24_000])
})

it("sees what changed of rows without a date", async () => {
  const to = await deps({ me: null })
  const organizations = (mrr: number) => {
    vitally.at("organizations", listed({ id: "o", name: "O", mrr }))
  }
  const told: string[] = []
  const listening = { ...to, publish: (topics: string[]) => void told.push(...topics) }
  organizations(1000)
  const [a, b] = [
    { id: "a", organizationId: "o" },
    { id: "b", organizationId: "o" },
  ]
  accounts(a, b)
  await sync(to)
  organizations(2000)
  const renamed = { ...b, name: "Renamed" }
  accounts(a, renamed)
  for (let round = 0; round < 3; round += 1) await sync(listening)
  expect((await to.db.get("summaries", "a"))?.arr).toBe(24_000)
  expect(told).toContain("account:b")
})

it("takes an account that stands twice on one page for one", async () => {
  const to = await deps()
  accounts(account("a", { csmId: "other" }))
  await sync(to)
  const handed = account("a", { updatedAt: "2026-11-20T11:00:00Z" })
  const added = { ...handed, id: "n" }
  accounts(handed, handed, added, added)
  await sync(to)
  const rows = await to.db.getAll("history")
  expect(rows.map(({ accountId, kind }) => `${accountId} ${kind}`).sort()).toEqual(["a mine", "n mine"])
})

it("forgets an organization that is gone, and what its accounts had from it", async () => {
  const to = await deps()
  const organization = {
    id: "o",
    name: "O",
    traits: { mrr: 1 },
    mrr: 1000,
    updatedAt: "2026-11-01T00:00:00Z",
  }
  vitally.at("organizations", listed(organization))
  vitally.at("organizations/o", organization)
  accounts(account("a", { organizationId: "o", csmId: "other" }))
  await sync(to)
  expect(await ids(to, "organizations")).toEqual(["o"])
  const before = await to.db.get("summaries", "a")
  vitally.at("organizations", listed())
  vitally.at("organizations/o", { error: "Not found" }, 404)
  await sync(to, true)
  expect(await ids(to, "organizations")).toEqual(["o"])
  clock.skew += 11 * 60_000
  await sync(to)
  expect(await ids(to, "organizations")).toEqual([])
  expect(before?.arr).toBe(12_000)
  expect((await to.db.get("summaries", "a"))?.arr).toBeUndefined()
})

describe("a list that Vitally does not give", () => {
  it.each([
    { path: "organizations", status: 404 },
    { path: "organizations", status: 400 },
    { path: "tasks", status: 404 },
    { path: "tasks", status: 400 },
    { path: "tasks", status: 500 },
    { path: "tasks", status: 200 },
  ])("$path, $status: the rest is kept fresh without it, and it is said", async ({ path, status }) => {
    const to = await deps()
    accounts(account("a"))
    vitally.at(path, { results: "?" }, status)
    // Where the service seems broken it is asked a few times first.
    for (let round = 0; round < 4; round += 1) await sync(to)
    accounts(account("a", { name: "Renamed", updatedAt: "2026-11-20T11:00:00Z" }))
    await sync(to)
    const result = await sync(to)
    expect(result.fault).toBeUndefined()
    expect(result.state.text).toBe(
      `Up to date, without ${path}: Vitally does not list them for this API key.`,
    )
    expect((await to.db.get("accounts", "a"))?.name).toBe("Renamed")
  })

  it("is waited for where Vitally gives nothing at all", async () => {
    const to = await deps()
    const paths = ["accounts", "organizations", "tasks", "admins", "customFields", "projectTemplates"]
    for (const path of paths) vitally.at(path, {}, 500)
    for (let round = 0; round < 30; round += 1) expect((await sync(to)).fault?.code).toBe("server")
    accounts(account("a", { organizationId: "o" }))
    vitally.at("organizations", listed({ id: "o" }))
    vitally.at("admins", listed({ id: "maya", name: "Maya" }))
    for (const path of paths.slice(2).filter((path) => path !== "admins")) vitally.at(path, listed())
    await sync(to)
    expect(await ids(to, "organizations")).toEqual(["o"])
    expect(await getMeta(to.db, "admins")).toHaveLength(1)
  })

  it("is read whole again once it is given", async () => {
    const to = await deps()
    accounts(account("a"))
    const task = (id: string) => ({ id, name: id, accountId: "a", updatedAt: "2026-11-01T00:00:00Z" })
    let broken = true
    vitally.at("tasks", (query) => {
      if (query.has("archived") || query.get("limit") === "1") return listed(task("t1"))
      if (!query.has("from")) return { results: [task("t1")], next: "2" }
      return broken ? { results: "?" } : listed(task("t2"))
    })
    for (let round = 0; round < 4; round += 1) await sync(to)
    broken = false
    for (let round = 0; round < 3; round += 1) await sync(to)
    expect(await ids(to, "tasks")).toEqual(["t1", "t2"])
  })
})

describe("cursors", () => {
  const pages = (next: Record<string, string | number | null>) => {
    vitally.at("accounts", (query) => {
      const at = query.get("from") ?? "start"
      return { results: [account(at, { csmId: "other" })], next: next[at] ?? null }
    })
  }

  it("that go round in a circle end", async () => {
    const to = await deps()
    pages({ start: "A", A: "B", B: "C", C: "D", D: "B" })
    const result = await sync(to)
    expect(result.state.phase).toBe("idle")
    expect(await ids(to, "accounts")).toEqual(["A", "B", "C", "D", "start"])
  })

  it("that expire again and again, as over nights, let the sweep begin anew", async () => {
    const { fetch } = vitally
    const to = await deps({
      me: null,
      fetch: (url, init) =>
        url.includes("from=A") ? Promise.resolve(Response.json({}, { status: 400 })) : fetch(url, init),
    })
    pages({ start: "A" })
    for (let night = 0; night < 3; night += 1)
      expect((await sync(to)).fault).toMatchObject({ code: "refused" })
    pages({ start: "B" })
    expect((await sync(to)).state.phase).toBe("idle")
    expect(await ids(to, "accounts")).toEqual(["B", "start"])
  })

  it("may be numbers", async () => {
    const to = await deps()
    pages({ start: 100, 100: 200 })
    await sync(to)
    expect(await ids(to, "accounts")).toEqual(["100", "200", "start"])
  })

  it("that go round take nothing for deleted", async () => {
    const to = await deps()
    const task = (id: string) => ({ id, name: id, accountId: "a", updatedAt: "2026-11-01T00:00:00Z" })
    accounts(account("a", { csmId: "other" }))
    vitally.at("tasks", (query) => {
      if (query.has("archived")) return listed()
      return query.has("from") ? listed(task("t2")) : { results: [task("t1")], next: "2" }
    })
    await sync(to)
    vitally.at("tasks", (query) => (query.has("archived") ? listed() : { results: [task("t1")], next: "2" }))
    await sync(to, true)
    expect(await ids(to, "tasks")).toEqual(["t1", "t2"])
  })
})

describe("a part that Vitally fails at", () => {
  it("one conversation: the account and the others are there", async () => {
    const to = await deps()
    accounts(account("a"))
    vitally.at("accounts/a/conversations", listed(thread("t1"), thread("t2", { subject: "Audit" })))
    vitally.at("conversations/t1", {}, 500)
    vitally.at("conversations/t2", thread("t2", { subject: "Audit", messages: [mail("m2")] }))
    expect(await refreshAccount(to, "a")).toMatchObject({ ok: true })
    expect(await touchesOf(to, "a")).toEqual(["Audit"])
    vitally.at("conversations/t1", thread("t1", { messages: [mail("m1")] }))
    await refreshAccount(to, "a")
    expect(await touchesOf(to, "a")).toEqual(["Audit", "Upgrade"])
  })

  it("one account of the own book: the others are read, it is asked again later, not in every round", async () => {
    const to = await deps()
    accounts(account("a"), account("b"), account("c"), account("d"))
    vitally.at("accounts/b", {}, 500)
    const result = await sync(to)
    expect(result).toMatchObject({ more: false })
    expect(result.fault).toBeUndefined()
    const read = async () =>
      (await to.db.getAll("accounts")).filter(({ detailAt }) => detailAt !== undefined).map(({ id }) => id)
    expect(await read()).toEqual(["a", "c", "d"])
    const before = vitally.count("accounts/b")
    clock.skew = 15 * 60_000
    await sync(to)
    expect(vitally.count("accounts/b")).toBe(before)
    accounts(account("b"))
    clock.skew = 2 * 3_600_000
    await sync(to)
    expect(await read()).toEqual(["a", "b", "c", "d"])
  })

  it("every account: it is said, and nothing is put off", async () => {
    const to = await deps()
    const many = ["a", "b", "c", "d", "e", "f"].map((id) => account(id))
    accounts(...many)
    for (const { id } of many) vitally.at(`accounts/${id}`, {}, 500)
    expect(await sync(to)).toMatchObject({ more: true, fault: { code: "server" } })
    accounts(...many)
    await sync(to)
    expect((await to.db.getAll("accounts")).every(({ detailAt }) => detailAt !== undefined)).toBe(true)
  })
})

it("counts a bad row once, however often it is listed", async () => {
  const to = await deps()
  accounts(account("a"))
  vitally.at("accounts", { results: [account("a"), { name: "no id" }], next: null })
  for (let round = 0; round < 4; round += 1) await sync(to)
  expect((await sync(to)).state.setAside).toEqual({
    count: 1,
    reasons: [{ reason: "id is missing", count: 1 }],
  })
  await sync(to, true)
  expect((await sync(to)).state.setAside.count).toBe(1)
})

it("counts the bad rows of an opened account's lists, once, and until they can be read or the account is gone", async () => {
  const to = await deps()
  accounts(account("a"), account("b"))
  const counted = async () => (await sync(to)).state.setAside
  await sync(to)
  vitally.at("accounts/a/users", { results: [{ id: "u" }, { name: "no id" }, null], next: null })
  vitally.at("accounts/b/meetings", { results: [{ title: "no id" }], next: null })
  for (const id of ["a", "b", "a"]) await refreshAccount(to, id)
  expect(await counted()).toEqual({
    count: 3,
    reasons: [
      { reason: "id is missing", count: 2 },
      { reason: "not an object", count: 1 },
    ],
  })
  vitally.at("accounts/b/meetings", listed())
  await refreshAccount(to, "b")
  expect((await counted()).count).toBe(2)
  accounts(account("b"))
  vitally.at("accounts/a", { error: "Not found" }, 404)
  await sync(to, true)
  clock.skew += 11 * 60_000
  expect((await counted()).count).toBe(0)
})

it("keeps the tasks of an account that has more than are read when it is opened", async () => {
  const to = await deps()
  accounts(account("a"))
  const task = (id: number) => ({
    id: `t${id.toString().padStart(4, "0")}`,
    name: "Task",
    accountId: "a",
    updatedAt: "2026-11-01T00:00:00Z",
  })
  const answer = (query: URLSearchParams) => {
    if (query.has("archived")) return listed()
    const from = Number(query.get("from") ?? 0)
    const results = Array.from({ length: 100 }, (_, index) => task(from + index))
    return { results, next: from + 100 < 2500 ? String(from + 100) : null }
  }
  vitally.at("tasks", answer)
  vitally.at("accounts/a/tasks", answer)
  await sync(to)
  expect(await to.db.count("tasks")).toBe(2500)
  await refreshAccount(to, "a")
  expect(await to.db.count("tasks")).toBe(2500)
})

describe("conversations", () => {
  const threads = (count: number, subject: string, from = 0) =>
    Array.from({ length: count }, (_, index) =>
      thread(`t${from + index}`, {
        subject,
        source: "google",
        updatedAt: new Date(noon - (from + index) * 60_000).toISOString(),
      }),
    )

  it("of machines do not hide the one in which a person wrote", async () => {
    const to = await deps()
    accounts(account("a", { csmId: "other" }))
    const campaigns = threads(30, "Automatic reply: Our call")
    const [human] = threads(1, "Upgrade", 30)
    vitally.at("accounts/a/conversations", listed(...campaigns, human!))
    for (const campaign of campaigns)
      vitally.at(`conversations/${campaign.id}`, {
        ...campaign,
        messages: [{ ...mail(campaign.id), message: "I am out of the office until Monday." }],
      })
    vitally.at("conversations/t30", { ...human, messages: [mail("m")] })
    await refreshAccount(to, "a")
    expect(await touchesOf(to, "a")).toContain("Upgrade")
    expect(vitally.count("conversations/t0")).toBe(1)
    await refreshAccount(to, "a")
    expect(vitally.count("conversations/t0")).toBe(1)
  })

  it("that many calendar mails came after", async () => {
    const to = await deps()
    accounts(account("a", { csmId: "other" }))
    const invitations = threads(20, "Invitation: QBR @ Mon 5 Oct 2026 10:00")
    for (const invitation of invitations)
      vitally.at(`conversations/${invitation.id}`, { ...invitation, messages: [mail(invitation.id)] })
    const [human] = threads(1, "Upgrade", 20)
    vitally.at("accounts/a/conversations", listed(...invitations, human!))
    vitally.at("conversations/t20", { ...human, messages: [mail("m")] })
    await refreshAccount(to, "a")
    expect(await touchesOf(to, "a")).toContain("Upgrade")
    expect(vitally.count("conversations/t19")).toBe(0)
  })
})

describe("with our clock three hours off", () => {
  it.each([-3, 3])("%i h: calendar mail does not stand in as contact", async (hours) => {
    const to = await deps({ me: null })
    clock.skew = hours * 3_600_000
    const mailed = {
      lastOutboundMessageTimestamp: "2026-11-20T11:00:00Z",
      updatedAt: "2026-11-20T11:00:00Z",
    }
    accounts(account("a", mailed))
    await sync(to)
    await refreshAccount(to, "a")
    expect((await to.db.get("summaries", "a"))?.lastContactOn).toBeUndefined()
    accounts(account("a", { ...mailed, name: "Renamed", updatedAt: "2026-11-20T11:30:00Z" }))
    await sync(to)
    expect((await to.db.get("summaries", "a"))?.lastContactOn).toBeUndefined()
  })

  it("a message that came after the reading stands in until the next one", async () => {
    const to = await deps({ me: null })
    clock.skew = 3 * 3_600_000
    accounts(account("a"))
    await sync(to)
    await refreshAccount(to, "a")
    const news = { lastOutboundMessageTimestamp: "2026-11-20T11:40:00Z", updatedAt: "2026-11-20T11:40:00Z" }
    accounts(account("a", news))
    await sync(to)
    expect((await to.db.get("summaries", "a"))?.lastContactOn).toBe("2026-11-20")
  })

  it.each([-3, 3])("%i h: a customer of the own book that changed is read again, once", async (hours) => {
    const to = await deps()
    accounts(account("a"))
    await sync(to)
    const reads = () => vitally.count("accounts/a/conversations")
    expect(reads()).toBe(1)
    clock.skew = hours * 3_600_000
    const at = "2026-11-20T11:30:00Z"
    accounts(account("a", { updatedAt: at, lastInboundMessageTimestamp: at }))
    await sync(to)
    expect(reads()).toBe(2)
    await sync(to)
    expect(reads()).toBe(2)
  })
})

it("reads a customer of the own book whose usage moves all the time again every two hours, not in every round", async () => {
  const to = await deps()
  accounts(account("a"))
  await sync(to)
  const reads = () => vitally.count("accounts/a/conversations")
  for (let quarter = 1; quarter <= 18; quarter += 1) {
    clock.skew = quarter * 15 * 60_000
    accounts(account("a", { updatedAt: new Date(noon + clock.skew).toISOString() }))
    await sync(to)
  }
  expect(reads()).toBe(3)
})

it("sees changes beside a row that is dated in the future", async () => {
  const to = await deps()
  accounts(account("z", { updatedAt: "2027-11-20T00:00:00Z", csmId: "x" }), account("a", { csmId: "x" }))
  await sync(to)
  accounts(
    account("z", { updatedAt: "2027-11-20T00:00:00Z", csmId: "x" }),
    account("a", { csmId: "x", name: "Renamed", updatedAt: "2026-11-20T12:01:00Z" }),
  )
  await sync(to)
  expect((await to.db.get("accounts", "a"))?.name).toBe("Renamed")
})

it("does not call a meeting among ourselves a contact", async () => {
  const to = await deps()
  accounts(account("a"))
  const meeting = (id: string, participants: object[]) => ({
    id,
    title: id,
    startDateTime: "2026-11-10T09:00:00Z",
    participants,
  })
  const maya = { name: "Maya", vitallyUserId: "maya" }
  vitally.at(
    "accounts/a/meetings",
    listed(meeting("Prep", [maya]), meeting("QBR", [maya, { name: "Ann" }]), meeting("Nobody", [])),
  )
  await refreshAccount(to, "a")
  const touches = await to.db.getAllFromIndex("touches", "accountId", "a")
  expect(Object.fromEntries(touches.map(({ subject, verdict }) => [subject, verdict]))).toEqual({
    Prep: "internal",
    QBR: "person",
    Nobody: "unsure",
  })
})

it("does not store a task's account and organization, nor a person's, a second time", async () => {
  const to = await deps()
  accounts(account("a"))
  const inlined = { account: account("a"), organization: { id: "o", name: "O" } }
  vitally.at(
    "accounts/a/tasks",
    listed({ id: "t", name: "Call", updatedAt: "2026-11-01T00:00:00Z", ...inlined }),
  )
  vitally.at(
    "accounts/a/users",
    listed({ id: "u", name: "Ann", accounts: [account("a")], organizations: [{ id: "o" }] }),
  )
  await refreshAccount(to, "a")
  const [task] = await to.db.getAllFromIndex("tasks", "accountId", "a")
  expect(Object.keys(task?.raw ?? {})).toEqual(["id", "name", "updatedAt", "accountId"])
  const [person] = await to.db.getAllFromIndex("contacts", "accountId", "a")
  expect(Object.keys(person?.raw ?? {})).toEqual(["id", "name"])
})

describe("several accounts of the own book that fail", () => {
  const detailed = async (to: Deps) =>
    (await to.db.getAll("accounts")).filter(({ detailAt }) => detailAt !== undefined).map(({ id }) => id)
  const book = ["a", "b", "c", "d", "e", "f"].map((id) => account(id))

  it("stand before the others: those are read all the same", async () => {
    const to = await deps()
    accounts(...book)
    for (const id of ["a", "b", "c", "d"]) vitally.at(`accounts/${id}`, {}, 500)
    for (let round = 0; round < 3; round += 1) await sync(to)
    expect(await detailed(to)).toEqual(["e", "f"])
    expect((await sync(to)).fault).toBeUndefined()
  })

  it("take a whole slice: the next one goes on behind them", async () => {
    const { fetch } = vitally
    const to = await deps({
      fetch: (url, init) => {
        if (/accounts\/[abde]/.test(url)) clock.skew += 30_000
        return fetch(url, init)
      },
    })
    accounts(...book)
    for (const id of ["a", "b", "d", "e"]) vitally.at(`accounts/${id}`, {}, 504)
    expect(await sync(to)).toMatchObject({ more: false })
    expect(await detailed(to)).toEqual(["c", "f"])
  })

  it("do not answer at all: the others are read, and nobody is told that Vitally is away", async () => {
    const { fetch } = vitally
    const to = await deps({
      fetch: (url, init) =>
        /accounts\/b/.test(url)
          ? Promise.reject(new DOMException("The operation timed out.", "TimeoutError"))
          : fetch(url, init),
    })
    accounts(...book)
    expect((await sync(to)).fault).toBeUndefined()
    expect(await detailed(to)).toEqual(["a", "c", "d", "e", "f"])
  })
})
