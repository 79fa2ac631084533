/** One cache and one limit for the whole team. */
import { expect, it } from "vitest"

import { createVitallyClient, createLimiter } from "~src/worker/vitally/api"

import { showcase } from "../replica/book/showcase"
import { gatewayHost } from "./stand"
import { type Caller, json, type StandInTests, withStand } from "./with-stand"

const id = showcase.globex.id
const account = `/resources/accounts/${id}`
const fresh = { headers: { "cache-control": "no-cache" } }
const sentiment = "vitally.custom.accountTaSentiment"

withStand("copies for the whole team", { settings: { LENS_FRESH_SECONDS: "1" } }, (given) => {
  const reads = (path: string) => given.stand.replica.control.count({ method: "GET", path })
  const both = async (): Promise<[Caller, Caller]> => [await given.signIn(2), await given.signIn(3)]

  it("one flight for many who ask at once, and the copy says when Vitally said it", async () => {
    const people = await Promise.all([2, 3, 4, 5, 6].map((who) => given.signIn(who)))
    const path = "/resources/organizations?limit=100"
    given.stand.replica.control.clearLog()
    const answers = await Promise.all(
      people.flatMap((who) => [who.call(path), who.call(path), who.call(path)]),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(reads("/resources/organizations")).toBe(1)
    given.stand.replica.control.setNow("2026-11-30T10:00:00Z")
    const [one, other] = await both()
    const first = await one.call(`${account}/meetings?limit=100`)
    expect(Date.parse(first.headers.get("date") ?? "")).toBe(Date.parse("2026-11-30T10:00:00Z"))
    given.stand.replica.control.setNow("2026-11-30T10:00:05Z")
    const copy = await other.call(`${account}/meetings?limit=100`)
    expect(copy.headers.get("x-cache")).toBe("HIT")
    expect(copy.headers.get("date")).toBe(first.headers.get("date"))
    given.stand.replica.control.setNow(null)
  })

  it("an old copy at once while it is renewed behind it", async () => {
    const [one, other] = await both()
    await one.call(account)
    given.stand.replica.control.updateAccount(id, { name: "Globex renamed" })
    await expect
      .poll(async () => (await other.call(account)).headers.get("x-cache"), {
        timeout: 10_000,
        interval: 100,
      })
      .toMatch(/STALE|UPDATING/)
    await expect
      .poll(async () => (await other.call(account)).text, { timeout: 10_000 })
      .toContain("Globex renamed")
  })

  it("fresh for everyone when one wants it fresh", async () => {
    const [one, other] = await both()
    await one.call(account)
    given.stand.replica.control.updateAccount(id, { name: "Globex again" })
    expect((await one.call(account, fresh)).text).toContain("Globex again")
    expect((await other.call(account)).text).toContain("Globex again")
  })

  it("the last copy while Vitally fails, and no copy of a failure or of some proxy's page", async () => {
    const [one] = await both()
    const path = "/resources/tasks?limit=100"
    const good = (await one.call(path)).text
    const { control } = given.stand.replica
    control.fault({ path: "/resources/tasks", status: 500, times: null })
    for (let old = 0; old < 2;) {
      const copy = await one.call(path)
      expect(copy).toMatchObject({ status: 200, text: good })
      if (copy.headers.get("x-cache") !== "HIT") old += 1
    }
    // Who asks for it fresh is told that it can't be had.
    expect((await one.call(path, fresh)).status).toBe(500)
    control.clearFaults()
    const never = "/resources/noteCategories?limit=100"
    control.fault({ path: "/resources/noteCategories", status: 503 })
    expect((await one.call(never)).status).toBe(503)
    control.fault({
      path: "/resources/noteCategories",
      status: 200,
      body: "<html>Log in to the Wi-Fi</html>",
    })
    expect((await one.call(never)).text).toContain("Wi-Fi")
    control.fault({ path: "/resources/noteCategories", cut: true })
    await one.call(never).catch(() => undefined)
    expect((await one.call(never)).text).toContain("results")
  })

  it("what a write made old, as the extension's own client reads it", async () => {
    const [writer, reader] = await both()
    const { control } = given.stand.replica
    const me = control.world.book.advisors[2]!.id
    const theirs = clientOf(given, reader)
    const newest = () => theirs.accounts({ sortBy: "updatedAt", status: "activeOrChurned" })
    const read = async () => ({
      trait: (await theirs.account(id)).traits?.[sentiment],
      tasks: (await theirs.tasksOf(id)).rows.map(({ name }) => name),
      allTasks: (await theirs.tasks({ sortBy: "updatedAt" })).rows[0]?.name,
      notes: (await theirs.notesOf(id)).rows.map(({ subject }) => subject),
      first: (await newest()).rows[0]?.id,
    })
    await read()
    await writer.call(account, json("PUT", { traits: { [sentiment]: "Poor" } }))
    const task = json("POST", {
      externalId: "account-lens:renew",
      name: "Renewed",
      accountId: id,
      assignedToId: me,
    })
    const made = JSON.parse((await writer.call("/resources/tasks", task)).text) as { id: string }
    const note = {
      externalId: "account-lens:note",
      accountId: id,
      subject: "Said hello",
      note: "n",
      noteDate: "2026-11-20T10:00:00.000Z",
      authorId: me,
    }
    await writer.call("/resources/notes", json("POST", note))
    control.clearLog()
    const seen = await read()
    expect(seen).toMatchObject({ trait: "Poor", first: id })
    expect(seen.tasks).toContain("Renewed")
    expect(seen.allTasks).toBe("Renewed")
    expect(seen.notes).toContain("Said hello")
    await writer.call(`/resources/tasks/${made.id}`, json("PUT", { name: "Renamed" }))
    expect((await theirs.tasksOf(id)).rows.map(({ name }) => name)).toContain("Renamed")
  })

  it("compressed for who takes it, plain for who does not", async () => {
    const [one] = await both()
    const path = "/resources/admins?limit=100"
    const packed = await one.call(path, { headers: { "accept-encoding": "gzip" } })
    const plain = await one.call(path)
    expect(packed.headers.get("content-encoding")).toBe("gzip")
    expect(plain.headers.get("content-encoding")).toBeNull()
    expect(plain.text).toContain("results")
    expect(plain.headers.get("strict-transport-security")).toContain("max-age=31536000")
    expect(plain.headers.get("cache-control")).toBe("no-store")
  })
})

withStand(
  "limits",
  { settings: { LENS_WORKSPACE_PER_MINUTE: "60", LENS_WORKSPACE_BURST: "8", LENS_PERSON_BURST: "30" } },
  (given) => {
    it("a budget of the gateway's own, never a colleague's or Vitally's", async () => {
      const one = await given.signIn(2)
      const { headers } = await one.call(account)
      expect(headers.get("ratelimit-limit")).toBe("1200, 1200;window=60")
      expect(headers.get("ratelimit-remaining")).toBeNull()
    })

    it("one person's rush stops that person alone", async () => {
      const [one, other] = [await given.signIn(2), await given.signIn(3)]
      await one.call(account)
      const rush = await Promise.all(Array.from({ length: 100 }, () => one.call(account)))
      const slowed = rush.filter(({ status }) => status === 429)
      expect(slowed.length).toBeGreaterThan(20)
      expect(slowed[0]).toMatchObject({ code: "too-many" })
      expect(slowed[0]?.headers.get("retry-after")).toBe("2")
      expect((await other.call(account)).status).toBe(200)
    })

    it("what the cache lacks stays within the workspace's budget; a copy is still given", async () => {
      const one = await given.signIn(4)
      await one.call(account)
      const odd = Array.from({ length: 20 }, (_, n) => `/resources/accounts?limit=${n + 1}`)
      const answers = await Promise.all(odd.map((path) => one.call(path)))
      const stopped = answers.filter(({ status }) => status === 429)
      expect(stopped.length).toBeGreaterThan(5)
      expect(stopped[0]).toMatchObject({ code: "workspace-limit" })
      expect(stopped[0]?.headers.get("retry-after")).toBe("5")
      expect((await one.call(account)).status).toBe(200)
    })
  },
)

/** The extension's client, with the gateway where Vitally's address is. */
function clientOf({ stand }: StandInTests, { token }: Caller) {
  const fetch = (url: string, init: RequestInit) =>
    stand.fetch(url.replace(/^https:\/\/[^/]+/, `https://${gatewayHost}`), init)
  return createVitallyClient({
    region: "us",
    subdomain: "acme",
    authorization: `Bearer ${token}`,
    fetch,
    now: () => Date.now(),
    limiter: createLimiter({
      store: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
      now: () => Date.now(),
      wait: () => Promise.resolve(),
      random: () => 0,
      backgroundShare: () => 1,
    }),
  })
}
