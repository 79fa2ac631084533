import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"

import { assess } from "~src/domain/assess/assess"
import { loadFacts } from "../account-facts"
import { getMeta } from "../cache/meta"
import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"

import { factsContext } from "../account-facts/facts-context"
import { refreshAccount } from "./refresh-account"
import { runSyncSlice } from "./run-slice"
import { testDeps } from "./testing"

const globex = "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001"
let replica: Replica

beforeAll(async () => {
  replica = await startReplica({ accounts: 60, seed: 5, rateLimit: null, tls: false })
})
afterAll(() => replica.close())
beforeEach(() => replica.control.reset())

const ready = async () => {
  const me = { adminId: replica.control.world.book.advisors[0]?.id ?? "", name: "Maya Lindqvist", role: "" }
  return testDeps({ fetch: replicaFetch(replica), me })
}
type Deps = Awaited<ReturnType<typeof ready>>

async function facts(deps: Deps, id: string) {
  const found = await loadFacts(deps.db, id, await factsContext(deps))
  if (!found) throw new Error("not cached")
  return found
}

async function contactOf(deps: Deps, id: string) {
  const context = await factsContext(deps)
  return assess(await facts(deps, id), context.policy, context.clock).contact
}

describe("refreshAccount", () => {
  it("reads an account nobody has cached, by Vitally id and by Salesforce id", async () => {
    const deps = await ready()
    const { rows } = await deps.client.accounts({})
    const external = rows.find(({ externalId }) => externalId?.startsWith("001"))?.externalId ?? ""
    const result = await refreshAccount(deps, external)
    expect(result).toMatchObject({ ok: true })
    expect(result.ok && (await deps.db.get("accounts", result.accountId))?.salesforceId).toHaveLength(18)
    expect(await refreshAccount(deps, globex)).toEqual({ ok: true, accountId: globex })
    expect(await refreshAccount(deps, "00000000-0000-4000-8000-000000000000")).toMatchObject({
      ok: false,
      gone: true,
    })
  })

  it("shares one flight among all who ask", async () => {
    const deps = await ready()
    await Promise.all([1, 2, 3].map(() => refreshAccount(deps, globex)))
    expect(replica.control.log.count({ route: "accounts/:id" })).toBe(1)
  })

  it("knows the handbook's test vector and who waits for an answer", async () => {
    const deps = await ready()
    await runSyncSlice(deps)
    await refreshAccount(deps, globex)
    const context = await factsContext(deps)
    const { health, contact, tier } = assess(await facts(deps, globex), context.policy, context.clock)
    expect(health.score).toBeCloseTo(5.375, 6)
    expect(tier.name).toBe("Strategic")
    expect(contact.daysSince).toBe(20)
    expect(contact.last).toMatchObject({ channel: "email", direction: "outbound", byMe: true })
    expect(contact.waiting?.hours).toBeCloseTo(31, 0)
  })

  it("leaves calendar mail and campaigns out, and counts a meeting only once it happened", async () => {
    const deps = await ready()
    await refreshAccount(deps, globex)
    const { touches = [], upcomingMeetings = [] } = await facts(deps, globex)
    const of = (subject: string) => touches.find((touch) => touch.subject?.startsWith(subject))
    expect(of("Invitation:")).toMatchObject({ verdict: "calendar", automatic: false })
    expect(of("Release notes")).toMatchObject({ verdict: "machine", automatic: true })
    expect(upcomingMeetings.length).toBeGreaterThan(0)
    expect(upcomingMeetings[0]?.attendees.length).toBeGreaterThan(1)
    const contact = await contactOf(deps, globex)
    expect(Date.parse(contact.last?.at ?? "")).toBeLessThan(Date.now())
  })

  it("sees a new message at once, and who wrote it", async () => {
    const deps = await ready()
    await refreshAccount(deps, globex)
    replica.control.addMessage(globex, { inbound: false, subject: "Upgrade plan" })
    await refreshAccount(deps, globex)
    // A mail on another matter is contact, and answers nothing.
    expect(await contactOf(deps, globex)).toMatchObject({
      daysSince: 0,
      last: { subject: "Upgrade plan" },
      waiting: { subject: "Licence count before our renewal" },
    })
  })

  it("reads only the threads that changed", async () => {
    const deps = await ready()
    await refreshAccount(deps, globex)
    const before = (await deps.db.getAllFromIndex("touches", "accountId", globex)).length
    replica.control.log.clear()
    await refreshAccount(deps, globex)
    expect(replica.control.log.count({ route: "conversations/:id" })).toBe(0)
    replica.control.addMessage(globex)
    await refreshAccount(deps, globex)
    expect(replica.control.log.count({ route: "conversations/:id" })).toBe(1)
    expect(await deps.db.getAllFromIndex("touches", "accountId", globex)).toHaveLength(before + 1)
  })

  it("keeps what is stored of a list that the key may not read", async () => {
    const deps = await ready()
    await refreshAccount(deps, globex)
    const before = await facts(deps, globex)
    for (const what of ["conversations", "meetings", "users", "projects"])
      replica.control.fault({ path: `/resources/accounts/${globex}/${what}`, status: 403, times: 4 })
    expect(await refreshAccount(deps, globex)).toMatchObject({ ok: true })
    const after = await facts(deps, globex)
    expect(after.contacts).toEqual(before.contacts)
    expect(after.touches?.length).toBe(before.touches?.length)
  })

  it("says what is wrong and keeps the cache when Vitally does not answer", async () => {
    const deps = await ready()
    await refreshAccount(deps, globex)
    replica.control.fault({ status: 500, times: null })
    expect(await refreshAccount(deps, globex)).toMatchObject({ ok: false, fault: { code: "server" } })
    expect((await facts(deps, globex)).name).toBe("Globex")
  })

  it("keeps an account that is said to be gone, with all it has: that is one proof of two", async () => {
    const deps = await ready()
    await runSyncSlice(deps)
    await refreshAccount(deps, globex)
    const touches = await deps.db.getAllFromIndex("touches", "accountId", globex)
    replica.control.deleteAccount(globex)
    expect(await refreshAccount(deps, globex)).toMatchObject({ ok: false, gone: true })
    expect(await deps.db.get("summaries", globex)).toBeDefined()
    expect(await deps.db.getAllFromIndex("touches", "accountId", globex)).toEqual(touches)
    expect((await getMeta(deps.db, "missing"))?.accounts?.[globex]?.itself).toBeDefined()
  })

  it("reads the organization's traits where the account has none", async () => {
    const deps = await ready()
    await runSyncSlice(deps)
    const poor = (await deps.db.getAll("accounts")).find(
      ({ raw }) => Object.keys((raw.traits as object | undefined) ?? { x: 1 }).length === 0,
    )
    expect(poor).toBeDefined()
    const { seats, traits } = await facts(deps, poor?.id ?? "")
    expect(seats?.field).toBeDefined()
    expect(Object.keys(traits).length).toBeGreaterThan(3)
  })
})

describe("the user's own book", () => {
  it("is read in detail by itself, once a day, at no cost in between", async () => {
    const deps = await ready()
    for (let more = true; more;) more = (await runSyncSlice(deps)).more
    const mine = (await deps.db.getAllFromIndex("accounts", "salesforceId"))
      .concat(await deps.db.getAll("accounts"))
      .filter(({ owner }) => owner === deps.me?.adminId)
    expect(mine.length).toBeGreaterThan(10)
    expect(mine.every(({ detailAt }) => detailAt !== undefined)).toBe(true)
    const others = (await deps.db.getAll("accounts")).filter(({ owner }) => owner !== deps.me?.adminId)
    expect(others.every(({ detailAt }) => detailAt === undefined)).toBe(true)
    replica.control.log.clear()
    await runSyncSlice(deps)
    expect(replica.control.log.count()).toBe(2)
    // A message changes the account, and the account its detail.
    const { id } = mine[0] ?? { id: "" }
    replica.control.addMessage(id, { inbound: false })
    await runSyncSlice(deps)
    expect((await deps.db.get("summaries", id))?.lastContactOn).toBe(new Date().toISOString().slice(0, 10))
  })

  it("goes with the books of those that are covered today: their contacts are as overdue as on their own lists", async () => {
    const deps = await ready()
    for (let more = true; more;) more = (await runSyncSlice(deps)).more
    const accounts = await deps.db.getAll("accounts")
    const other = accounts.find(({ owner }) => owner !== undefined && owner !== deps.me?.adminId)?.owner ?? ""
    const theirs = async () =>
      (await deps.db.getAll("accounts")).filter(({ owner, detailAt }) => owner === other && detailAt)
    expect(await theirs()).toEqual([])
    for (let more = true; more;) more = (await runSyncSlice({ ...deps, covered: [other] })).more
    expect(await theirs()).toHaveLength(accounts.filter(({ owner }) => owner === other).length)
    // Vitally's own message times, which stood in until then, count calendar mail and campaigns, too.
    const { id } = (await theirs())[0]!
    const summary = await deps.db.get("summaries", id)
    expect(summary?.lastContactChannel).not.toBe("other")
  })
})
