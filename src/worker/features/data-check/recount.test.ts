import { afterAll, beforeAll, expect, it } from "vitest"

import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"
import { createFakeContext } from "~src/worker/kernel/context.fake"
import { syncDeps } from "~src/worker/account-facts/sync-deps"
import { runSyncSlice } from "~src/worker/sync/run-slice"
import { workspaceId } from "~src/worker/vitally/api"
import { setMeta } from "~src/worker/cache/meta"

import { dataCheck } from "./data-check"

const keys = {
  contractEnd: "sfdc.Active_Contract_Period_End__c",
  red: "vitally.custom.accountRedAccount",
  lighthouse: "vitally.custom.lighthouse",
}
const dayOf = (value: unknown) => (typeof value === "string" ? value.slice(0, 10) : undefined)

let replica: Replica
beforeAll(async () => {
  replica = await startReplica({ accounts: 60, seed: 1, rateLimit: null, tls: false })
})
afterAll(() => replica.close())

it("lists over the replica's book what a recount of Vitally's rows finds, and no others of their kind", async () => {
  const { control } = replica
  const { customers, advisors } = control.world.book
  const mine = customers.filter(
    ({ advisor, churnedAt, noData, quirks }) =>
      advisor === 0 &&
      !churnedAt &&
      !noData &&
      !quirks.allNull &&
      !quirks.organizationOnly &&
      !quirks.oldAliases &&
      !quirks.words &&
      !quirks.epochDates,
  )
  const [one = "", two = "", three = ""] = mine.map(({ id }) => id)
  control.updateAccount(one, { traits: { [keys.contractEnd]: "2027-01-31" }, nextRenewalDate: "2028-01-31" })
  control.updateAccount(two, { traits: { [keys.red]: true, [keys.lighthouse]: false } })
  control.updateAccount(three, { traits: { [keys.contractEnd]: "Q2 FY27" }, nextRenewalDate: null })

  const workspace = { region: "us", subdomain: access.subdomain } as const
  const [me] = advisors
  const context = await createFakeContext({
    now: new Date().toISOString(),
    fetch: replicaFetch(replica),
    settings: {
      vitally: { ...workspace, connected: true },
      me: { adminId: me?.id ?? "", name: me?.name ?? "", role: "" },
    },
  })
  await context.secrets.setVitallyAuthorization(`Basic ${btoa(`${access.apiKey}:`)}`)
  await setMeta(context.db, "workspace", workspaceId(workspace))
  for (let more = true; more;) {
    const deps = await syncDeps(context)
    if (!deps) throw new Error("not connected")
    more = (await runSyncSlice(deps)).more
  }

  const { rows } = await dataCheck(context, {})
  const kinds: Record<string, string> = {
    "red-without-lighthouse": "red",
    renewalOn: "renewal",
    "unread:renewalOn": "unreadable",
  }
  const ids = new Map(mine.map(({ id, name }) => [id, name]))
  // What only a group says of its accounts is not recounted here.
  const isGroups = (text: string) => /^The parent in Vitally says [^;]+;/.test(text)
  const shown = rows.flatMap(({ accountId, key, text }) =>
    ids.has(accountId) && kinds[key] && !isGroups(text) ? [`${ids.get(accountId) ?? ""} ${kinds[key]}`] : [],
  )
  const counted = mine.flatMap(({ id, name }) => {
    const { traits = {}, nextRenewalDate } = control.accountRow(id) as Record<string, unknown> & {
      traits?: Record<string, unknown>
    }
    const [end, next] = [dayOf(traits[keys.contractEnd]), dayOf(nextRenewalDate)]
    const isDay = (text: string | undefined) => text !== undefined && /^\d{4}-/.test(text)
    return [
      ...(isDay(end) && isDay(next) && end !== next ? [`${name} renewal`] : []),
      ...(end !== undefined && !isDay(end) ? [`${name} unreadable`] : []),
      ...(traits[keys.red] === true && traits[keys.lighthouse] !== true ? [`${name} red`] : []),
    ]
  })
  expect(shown.sort()).toEqual(counted.sort())
  expect(counted.length).toBeGreaterThanOrEqual(3)
  const weights = rows.map(({ weight }) => weight)
  expect(weights).toEqual([...weights].sort((a, b) => b - a))
})
