import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { showcase } from "./book/showcase"
import { replicaFetch } from "./fetch"
import { access } from "./options"
import { type Replica, startReplica } from "./server"

type Json = Record<string, unknown>
interface Page {
  results: (Json & { id: string })[]
  next: string | null
  atEnd: boolean
}

let replica: Replica
let call: typeof fetch
beforeAll(async () => {
  replica = await startReplica({ accounts: 250, seed: 5 })
  call = replicaFetch(replica)
})
afterAll(() => replica.close())
beforeEach(() => replica.control.reset({ rateLimit: null }))

const base = "https://acme.rest.vitally.io/resources/"
const basic = (key: string): string => `Basic ${btoa(key)}`
async function send(
  path: string,
  method = "GET",
  body?: unknown,
): Promise<{ status: number; body: Json; headers: Headers }> {
  const reply = await call(base + path, {
    method,
    headers: { authorization: basic(`${access.apiKey}:`), "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await reply.text()
  return { status: reply.status, body: (text === "" ? {} : JSON.parse(text)) as Json, headers: reply.headers }
}
const page = async (path: string): Promise<Page> => (await send(path)).body as unknown as Page

async function sweep(
  path: string,
  onPage: (page: Page, n: number) => void = () => undefined,
): Promise<string[]> {
  const ids: string[] = []
  for (let from = "", n = 0; ; n++) {
    const next = await page(`${path}${from}`)
    ids.push(...next.results.map((row) => row.id))
    onPage(next, n)
    if (next.next === null) return ids
    from = `&from=${next.next}`
  }
}

describe("access", () => {
  it.each([
    ["https://nobody.rest.vitally.io/resources/admins", `${access.apiKey}:`, 404],
    ["https://rest.vitally.io/resources/admins", `${access.apiKey}:`, 200],
    ["https://rest.vitally-eu.io/resources/admins", `${access.apiKey}:`, 200],
    ["https://acme.rest.vitally.io/resources/admins", "sk_live_wrong:", 401],
    ["https://acme.rest.vitally.io/resources/admins", `${access.apiKey}:password`, 401],
    ["https://acme.rest.vitally.io/resources/nothing", `${access.apiKey}:`, 404],
  ])("%s with %s answers %i", async (url, key, status) => {
    expect((await call(url, { headers: { authorization: basic(key) } })).status).toBe(status)
  })

  it("refuses a bearer token", async () => {
    expect(
      (await call(`${base}admins`, { headers: { authorization: `Bearer ${access.apiKey}` } })).status,
    ).toBe(401)
  })
})

describe("lists", () => {
  it("gives every active account once, newest first, 100 at a time", async () => {
    const sizes: number[] = []
    const ids = await sweep("accounts?sortBy=createdAt", ({ results, atEnd, next }) => {
      sizes.push(results.length)
      expect(atEnd).toBe(next === null)
      const dates = results.map((row) => String(row["createdAt"]))
      expect([...dates].sort().reverse()).toEqual(dates)
    })
    const churned = await sweep("accounts?status=churned&limit=10")
    expect(sizes[0]).toBe(100)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length + churned.length).toBe(250)
    expect(churned).toContain(showcase.oceanic.id)
    expect((await sweep("accounts?status=activeOrChurned")).length).toBe(250)
  })

  it("shifts by updatedAt when a row changes in mid-sweep, and stays by createdAt", async () => {
    for (const [sort, missed] of [
      ["updatedAt", 1],
      ["createdAt", 0],
    ] as const) {
      const before = await sweep(`accounts?limit=40&sortBy=${sort}`)
      const late = before.at(-1)!
      const during = await sweep(`accounts?limit=40&sortBy=${sort}`, (_, n) => {
        if (n === 0) replica.control.updateAccount(late, { name: "Renamed" })
      })
      expect(before.length - during.length).toBe(missed)
      expect(during.includes(late)).toBe(missed === 0)
      const first = await page("accounts?limit=1&sortBy=updatedAt")
      expect(first.results[0]).toMatchObject({ id: late, name: "Renamed" })
    }
  })

  it("walks past rows written in the same instant", async () => {
    const one = await sweep("accounts?limit=7")
    expect(new Set(one)).toEqual(new Set(await sweep("accounts?limit=100")))
  })

  it("refuses bad parameters and expired cursors", async () => {
    const { next } = await page("accounts?limit=5")
    for (const bad of [
      "limit=101",
      "limit=0",
      "sortBy=name",
      "status=gone",
      "from=nonsense",
      `from=${next ?? ""}&sortBy=createdAt`,
    ])
      expect((await send(`accounts?${bad}`)).status).toBe(400)
    expect((await send(`accounts?from=${next ?? ""}`)).status).toBe(200)
    replica.control.expireCursors()
    expect((await send(`accounts?from=${next ?? ""}`)).status).toBe(400)
  })
})

describe("accounts", () => {
  it("answers by id and by externalId, and holds the handbook's vector", async () => {
    const byId = await send(`accounts/${showcase.globex.id}`)
    const byExternal = await send(`accounts/${showcase.globex.salesforceId}`)
    expect(byExternal.body).toEqual(byId.body)
    expect(byId.body).toMatchObject({ name: "Globex", healthScore: 5.375 })
    expect(byId.body["traits"]).toMatchObject({
      "vitally.custom.accountTaSentiment": "Concerning",
      "vitally.custom.lastMonthMauOverSeats": 0.62,
      "sfdc.NumberOfEmployees": 41_200,
    })
    expect((await send("accounts/00000000-0000-4000-8000-000000000000")).status).toBe(404)
  })

  it("merges traits, deletes by null, moves the account to the front, and counts the write", async () => {
    const path = "vitally.custom.relationshipAccessToBuyer"
    const before = (await send(`accounts/${showcase.globex.id}`)).body
    await send(`accounts/${showcase.globex.id}`, "PUT", {
      traits: { [path]: true, "vitally.custom.seats": null },
    })
    const after = (await send(`accounts/${showcase.globex.id}`)).body
    const traits = after["traits"] as Json
    expect(traits[path]).toBe(true)
    expect("vitally.custom.seats" in traits).toBe(false)
    expect(Object.keys(traits).length).toBe(Object.keys(before["traits"] as Json).length - 1)
    expect((await page("accounts?limit=1")).results[0]?.id).toBe(showcase.globex.id)
    expect(replica.control.applied).toMatchObject([
      { method: "PUT", route: "accounts/:id", id: showcase.globex.id },
    ])
  })

  it("labels its traits in customFields as the handbook spells them", async () => {
    const fields = (await send("customFields?model=accounts")).body as unknown as {
      label: string
      path: string
    }[]
    const labels = fields.map((field) => field.label)
    for (const label of [
      "Account - TA Sentiment",
      "Last Month Versions Behind",
      "Precise Intel Status",
      "Last 90 Days Defect Tickets",
      "Last 90 Days Help Tickets",
      "Relationship - Active Champion?",
      "Relationship - Access to buyer?",
      "Last Activity",
      "Usage Score (Last 4 Wk DAU / Last Month MAU)",
      "Last Month Mau Over Seats",
    ])
      expect(labels).toContain(label)
    expect(new Set(fields.map((field) => field.path)).size).toBe(fields.length)
  })
})

describe("tasks and notes", () => {
  it("creates a task once per externalId", async () => {
    const body = {
      name: "Call them",
      accountId: showcase.globex.id,
      dueDate: "2026-12-01",
      externalId: "lens-1",
    }
    const first = await send("tasks", "POST", body)
    const again = await send("tasks", "POST", { ...body, name: "Call them today" })
    expect(again.body["id"]).toBe(first.body["id"])
    const rows = (await page(`accounts/${showcase.globex.id}/tasks`)).results.filter(
      (row) => row["externalId"] === "lens-1",
    )
    expect(rows).toMatchObject([{ name: "Call them today", account: { name: "Globex" } }])
    expect((await page("tasks?limit=1")).results[0]?.id).toBe(first.body["id"])
  })

  it("completes and reopens a task, and refuses an unknown admin or account", async () => {
    const task = (await page(`accounts/${showcase.globex.id}/tasks`)).results.find(
      (row) => row["completedAt"] === null,
    )!
    const admin = replica.control.world.vitally.admins[0]!
    const done = await send(`tasks/${task.id}`, "PUT", {
      completedAt: "2026-11-23T10:00:00Z",
      completedById: admin["id"],
    })
    expect(done.body).toMatchObject({ completedAt: "2026-11-23T10:00:00Z", completedBy: { id: admin["id"] } })
    const open = await send(`tasks/${task.id}`, "PUT", { completedAt: null, completedById: null })
    expect(open.body).toMatchObject({ completedAt: null, completedBy: null })
    expect((await send(`tasks/${task.id}`, "PUT", { completedById: "nobody" })).status).toBe(400)
    expect((await send("tasks", "POST", { name: "x", accountId: "nobody" })).status).toBe(400)
    expect(replica.control.applied).toHaveLength(2)
  })

  it("hides archived tasks, and records every DELETE", async () => {
    const [task] = (await page(`accounts/${showcase.globex.id}/tasks`)).results
    expect((await send(`tasks/${task!.id}`, "DELETE")).status).toBe(204)
    const ids = async (query: string): Promise<string[]> =>
      (await page(`accounts/${showcase.globex.id}/tasks${query}`)).results.map((row) => row.id)
    expect(await ids("")).not.toContain(task!.id)
    expect(await ids("?archived=true")).toContain(task!.id)
    expect(replica.control.deletes).toHaveLength(1)
  })

  it("writes a note with author and category, and replaces tags as a whole", async () => {
    const author = replica.control.world.vitally.admins[0]!
    const made = await send("notes", "POST", {
      accountId: showcase.globex.id,
      note: "<p>Talked to the champion.</p>",
      noteDate: "2026-11-23T09:00:00Z",
      authorId: author["id"],
      tags: ["call", "plan"],
      externalId: "lens-note-1",
    })
    expect(made.body).toMatchObject({ author: { name: author["name"] }, account: { id: showcase.globex.id } })
    const changed = await send(`notes/${made.body["id"] as string}`, "PUT", { tags: ["call"] })
    expect(changed.body["tags"]).toEqual(["call"])
    const listed = (await page(`accounts/${showcase.globex.id}/notes`)).results.map((row) => row.id)
    expect(listed).toContain(made.body["id"])
  })
})

describe("conversations, projects and the rest", () => {
  it("lists conversations without messages and gives one with them", async () => {
    const { results } = await page(`accounts/${showcase.globex.id}/conversations`)
    expect(results.every((row) => !("messages" in row))).toBe(true)
    const waiting = results.find((row) => row["subject"] === "Licence count before our renewal")!
    const whole = (await send(`conversations/${waiting.id}`)).body as { messages: (Json & { id: string })[] }
    expect(whole.messages).toMatchObject([{ type: "inbound", from: { type: "user" } }])
    const hours = (Date.now() - Date.parse(String(whole.messages[0]?.["timestamp"]))) / 3_600_000
    expect(Math.round(hours)).toBe(31)
    expect((await send(`messages/${whole.messages[0]!.id}`)).body).toEqual(whole.messages[0])
  })

  it("starts a project each time it is asked", async () => {
    const template = (await page("projectTemplates")).results.find(
      (row) => row["name"] === "Renewal Playbook",
    )!
    const body = { templateId: template.id, accountId: showcase.initech.id }
    await send("projects", "POST", body)
    await send("projects", "POST", body)
    const projects = (await page(`accounts/${showcase.initech.id}/projects`)).results
    expect(projects.filter((row) => row["templateId"] === template.id)).toHaveLength(2)
  })

  it("finds a user by e-mail, an admin by e-mail, members of an organization", async () => {
    const [person] = (await page(`accounts/${showcase.globex.id}/users`)).results
    const found = await send(`users/search?email=${encodeURIComponent(String(person!["email"]))}`)
    expect(found.body).toMatchObject({ results: [{ id: person!.id }] })
    expect((await send("users/search?email=a&externalId=b")).status).toBe(400)
    expect((await send("admins/search?email=maya.lindqvist@lensworks.example")).body).toMatchObject({
      name: "Maya Lindqvist",
    })
    const accounts = (await page(`organizations/${showcase.tyrellCloud.organizationId}/accounts`)).results
    expect(accounts.map((row) => row.id).sort()).toEqual(
      [showcase.tyrellCloud.id, showcase.tyrellRobotics.id].sort(),
    )
    const organization = await send(`organizations/${showcase.tyrellCloud.organizationId}`)
    expect(Object.keys(organization.body["traits"] as Json).length).toBeGreaterThan(20)
    expect((await send(`accounts/${showcase.tyrellCloud.id}`)).body["traits"]).toEqual({})
  })
})

describe("rate limit", () => {
  it("counts down, refuses with 429, and says when to come back", async () => {
    replica.control.setRateLimit(60, 2)
    const first = await send("admins")
    expect(first.headers.get("ratelimit-limit")).toBe("60, 60;window=60")
    expect(first.headers.get("ratelimit-remaining")).toBe("1")
    await send("admins")
    const refused = await send("admins")
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get("ratelimit-reset"))).toBe(1)
    expect(replica.control.count({ service: "vitally", status: 429 })).toBe(1)
  })
})
