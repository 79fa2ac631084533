/** Summaries asked for anew while others are being made: the last word on who one is, the policy and the zone always counts. */
import { beforeEach, expect, it } from "vitest"

import { factsContext } from "../account-facts/facts-context"
import { askedToResummarise, askResummariseAll, resummariseAll } from "./rows/resummarise"
import { runSyncSlice } from "./run-slice"
import { account, listed, scriptedWorkspace, sync } from "./scripted-vitally.fake"

let workspace: ReturnType<typeof scriptedWorkspace>
beforeEach(() => {
  workspace = scriptedWorkspace()
})

const advised = (id: string) =>
  account(id, { keyRoles: [{ keyRole: { label: "TA" }, vitallyUser: { id: "bob" } }] })
const bob = { adminId: "bob", name: "Bob", role: "TA" }

it("a role chosen while a slice runs, which began without it", async () => {
  const { vitally, accounts, deps } = workspace
  accounts(advised("a"))
  let isAsked = false
  const to = await deps({
    me: null,
    fetch: async (url, init) => {
      if (url.includes("/accounts?") && url.includes("createdAt") && !isAsked) {
        isAsked = true
        await askResummariseAll(to.db)
      }
      return vitally.fetch(url, init)
    },
  })
  expect((await runSyncSlice(to)).more).toBe(true)
  await sync({ ...to, me: bob })
  expect((await to.db.get("accounts", "a"))?.owner).toBe("bob")
})

it("while all of them are being made", async () => {
  const { accounts, deps } = workspace
  const to = await deps({ me: null })
  accounts(...Array.from({ length: 250 }, (_, index) => account(`a${index}`)))
  await sync(to)
  const asked = await askResummariseAll(to.db)
  const facts = await factsContext(to)
  const options = { db: to.db, facts, role: "", history: false }
  let again: Promise<string> | undefined
  const isOver = () => {
    again ??= askResummariseAll(to.db)
    return false
  }
  expect(await resummariseAll(options, asked, isOver)).toBe(false)
  const latest = await again
  expect(await askedToResummarise(to.db)).toBe(latest)
  expect(await resummariseAll(options, latest ?? "", () => false)).toBe(true)
  expect(await askedToResummarise(to.db)).toBeUndefined()
})

it("before anything is compared: another role is no change of owner", async () => {
  const { accounts, deps } = workspace
  const to = await deps()
  accounts(advised("a"), advised("b"))
  await sync(to)
  await askResummariseAll(to.db)
  await sync({ ...to, me: { adminId: "maya", name: "Maya", role: "TA" } }, true)
  expect((await to.db.get("accounts", "a"))?.owner).toBe("bob")
  expect(await to.db.getAll("history")).toEqual([])
})

it("after a move to another time zone: the day of a contact moves with it", async () => {
  const { vitally, accounts, deps } = workspace
  const to = await deps()
  const sent = { id: "m", type: "outbound", timestamp: "2026-11-18T23:30:00Z", message: "Hello" }
  accounts(account("a"))
  vitally.at("accounts/a/conversations", listed({ id: "t", subject: "Upgrade" }))
  vitally.at("conversations/t", { id: "t", subject: "Upgrade", messages: [sent] })
  await sync(to)
  const contactOn = async () => (await to.db.get("summaries", "a"))?.lastContactOn
  expect(await contactOn()).toBe("2026-11-18")
  await askResummariseAll(to.db)
  await sync({ ...to, timeZone: "Europe/Berlin" })
  expect(await contactOn()).toBe("2026-11-19")
})

it("while Vitally accepts the key no longer", async () => {
  const { vitally, accounts, deps } = workspace
  const to = await deps()
  accounts(advised("a"))
  await sync(to)
  vitally.at("accounts", {}, 401)
  await askResummariseAll(to.db)
  expect(await sync({ ...to, me: bob })).toMatchObject({ fault: { code: "auth" } })
  expect((await to.db.get("accounts", "a"))?.owner).toBe("bob")
})

it("reads all again where another version left a run with steps of its own", async () => {
  const { accounts, deps, clock } = workspace
  const to = await deps()
  accounts(account("a"))
  await sync(to)
  const record = (await to.db.get("meta", "sync"))?.value as object
  const run = { kind: "full-pass", steps: ["start", "removed-step", "finish"], at: 1, ratios: {} }
  await to.db.put("meta", { key: "sync", value: { ...record, run } })
  clock.skew = 3_600_000
  expect((await sync(to)).state).toMatchObject({ phase: "idle", lastFullAt: "2026-11-20T13:00:00.000Z" })
})
