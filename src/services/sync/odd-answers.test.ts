/** Answers that Vitally may give and the replica does not: nothing is lost, doubled or stuck. */
import { beforeEach, expect, it } from "vitest"

import { refreshAccount } from "./refresh-account"
import { listed, scriptedVitally } from "./scripted-vitally.fake"
import { testDeps } from "./testing"

const noon = Date.parse("2026-11-20T12:00:00Z")
const me = { adminId: "maya", name: "Maya", role: "" }
let vitally: ReturnType<typeof scriptedVitally>

beforeEach(() => {
  vitally = scriptedVitally()
})

const account = (id: string) => ({
  id,
  name: `Account ${id}`,
  csmId: "maya",
  createdAt: "2026-01-01T00:00:00Z",
  updatedAt: "2026-11-20T10:00:00Z",
})
const accounts = (...rows: ReturnType<typeof account>[]) => {
  vitally.at("accounts", listed(...rows))
  for (const row of rows) vitally.at(`accounts/${row.id}`, row)
}
const deps = () =>
  testDeps({
    fetch: vitally.fetch,
    me,
    now: () => noon,
  })
type Deps = Awaited<ReturnType<typeof deps>>

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
