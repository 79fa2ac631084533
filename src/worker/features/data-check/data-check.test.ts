import { expect, it } from "vitest"

import type { AccountSummary } from "~src/domain/assessment"
import { accountRow } from "~src/worker/sync/rows/account-row"
import { setMeta } from "~src/worker/cache/meta"
import { createFakeContext } from "~src/worker/kernel/context.fake"
import type { VitallyAccount } from "~src/worker/vitally/rows"

import { choosePick, markSeen } from "./choices"
import { dataCheck } from "./data-check"

const now = "2026-11-30T15:00:00Z"

/** A book of these accounts, all of Ada's, with their details read. */
async function book(...accounts: VitallyAccount[]) {
  const me = { adminId: "ada", name: "Ada Moss", role: "Technical Advisor" }
  const asked = { role: me.role, me: me.adminId }
  const context = await createFakeContext({ now, settings: { me } })
  const { db } = context
  await setMeta(db, "traitMapByHand", { renewalOn: "r", arr: "a", redAccount: "red", lighthouse: "light" })
  await setMeta(db, "admins", [
    { id: "ada", name: "Ada Moss", active: true },
    { id: "bo", name: "Bo Lind", active: true },
  ])
  await setMeta(
    db,
    "detailed",
    accounts.map(({ id }) => id),
  )
  for (const raw of accounts) {
    const row = accountRow({ csmId: "ada", ...raw }, asked, undefined, { readAt: now, seenIn: 1 })
    await db.put("accounts", { ...row, detailAt: now })
    await db.put("summaries", { id: raw.id, name: String(raw.name), owner: "ada" } as AccountSummary)
  }
  return context
}

const globex = {
  id: "g",
  name: "Globex",
  nextRenewalDate: "2027-09-30",
  traits: { r: "2026-09-30", a: 100_000 },
}
const hooli = { id: "h", name: "Hooli", nextRenewalDate: "Q2 FY27", mrr: 50_000, traits: {} }
const initech = { id: "i", name: "Initech", nextRenewalDate: "2027-01-01", traits: { red: true } }
const shared = {
  id: "s",
  name: "Stark",
  nextRenewalDate: "2027-01-01",
  traits: {},
  keyRoles: ["ada", "bo"].map((id) => ({ keyRole: "Technical Advisor", vitallyUser: { id } })),
}
const calm = { id: "c", name: "Calm", nextRenewalDate: "2027-01-01", mrr: 10, traits: {} }

it("lists contradictions and gaps by weight, and says nothing of customers on whom all agree", async () => {
  const context = await book(calm, shared, initech, globex, hooli)
  const { rows, customers } = await dataCheck(context, {})
  expect(customers).toBe(5)
  expect(rows.map(({ name, key, weight }) => [name, key, weight])).toEqual([
    ["Hooli", "unread:renewalOn", 1_800_000],
    ["Globex", "renewalOn", 300_000],
    ["Initech", "red-without-lighthouse", 0],
    ["Stark", "several-owners", 0],
  ])
  expect(rows[0]?.text).toContain("“Q2 FY27”")
  expect(rows[3]?.text).toContain("Ada Moss and Bo Lind")
  expect((await dataCheck(context, { ownerId: "bo" })).customers).toBe(0)
})

it("takes the value that was chosen, everywhere and undoably", async () => {
  const context = await book(globex)
  const trait = { system: "vitally", object: "account", field: "r" } as const
  await choosePick(context, "g", "renewalOn", trait)
  expect((await context.db.get("summaries", "g"))?.renewalOn).toBe("2026-09-30")
  const settled = (await dataCheck(context, {})).rows.find(({ key }) => key === "renewalOn")
  expect(settled).toMatchObject({ isSeen: true, isSettled: true })
  expect(settled?.text).toContain("you chose it for this customer")
  await choosePick(context, "g", "renewalOn", null)
  expect((await context.db.get("summaries", "g"))?.renewalOn).toBe("2027-09-30")
})

it("keeps what was seen as fine, until the values change", async () => {
  const context = await book(globex)
  const [found] = (await dataCheck(context, {})).rows
  await markSeen(context, "g", "renewalOn", found?.print ?? null)
  expect((await dataCheck(context, {})).rows.map(({ isSeen }) => isSeen)).toEqual([true])
  const row = await context.db.get("accounts", "g")
  if (row) await context.db.put("accounts", { ...row, raw: { ...globex, nextRenewalDate: "2027-10-31" } })
  expect((await dataCheck(context, {})).rows.map(({ isSeen }) => isSeen)).toEqual([false])
  await markSeen(context, "g", "renewalOn", null)
  expect((await dataCheck(context, {})).rows.map(({ isSeen }) => isSeen)).toEqual([false])
})
