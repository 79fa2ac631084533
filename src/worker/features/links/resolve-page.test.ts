import { beforeEach, describe, expect, it } from "vitest"

import { parsePage } from "~src/hosts"
import type { PageRef } from "~src/hosts/page-ref"
import type { AccountRow } from "~src/worker/cache/rows"

import { createFakeContext, type FakeContext } from "../../kernel/context.fake"
import { accountsOfPage, resolvePage } from "./resolve-page"
import { rememberExternal, rememberRecordAccount } from "../../account-facts/salesforce-record"

const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString().padStart(12, "0")}`
const salesforceId = "0015g00000Qw7ZbAAJ"
const at = "2026-11-23T10:00:00Z"

let context: FakeContext
const put = (n: number, change: Partial<AccountRow> = {}, churnedAt?: string) =>
  context.db.put("accounts", {
    id: uuid(n),
    name: `Account ${n.toString()}`,
    raw: { id: uuid(n), ...(churnedAt !== undefined && { churnedAt }) },
    readAt: at,
    seenIn: 1,
    ...change,
  })
const page = (path: string): PageRef => {
  const ref = parsePage(path)
  if (!ref) throw new Error(`no page: ${path}`)
  return ref
}
const account = () => page(`https://acme.vitally.io/accounts/${uuid(1)}`)
const organization = () => page(`https://acme.vitally.io/organizations/${uuid(90)}`)
const salesforce = () => page(`https://acme.lightning.force.com/lightning/r/Account/${salesforceId}/view`)

beforeEach(async () => {
  context = await createFakeContext()
})

describe("which account a page is about", () => {
  it("is the account of the address, where it is cached; else Vitally is asked by that id", async () => {
    expect(await resolvePage(context, account())).toEqual({ kind: "not-cached", ask: uuid(1) })
    await put(1)
    expect(await resolvePage(context, account())).toMatchObject({ kind: "account", accountId: uuid(1) })
  })

  it("is the organization's only account, or its only one that is no churned one; else the user says", async () => {
    await put(1, { organizationId: uuid(90) })
    expect(await resolvePage(context, organization())).toMatchObject({ accountId: uuid(1) })
    await put(2, { organizationId: uuid(90) }, "2025-01-01T00:00:00Z")
    expect(await resolvePage(context, organization())).toMatchObject({
      accountId: uuid(1),
      alternatives: [uuid(2)],
    })
    await put(3, { organizationId: uuid(90) })
    expect(await resolvePage(context, organization())).toMatchObject({ kind: "choose" })
    expect(await accountsOfPage(context, organization())).toEqual([uuid(1), uuid(2), uuid(3)])
  })

  it("is found by the Salesforce id, or asked for by it", async () => {
    expect(await resolvePage(context, salesforce())).toEqual({ kind: "not-cached", ask: salesforceId })
    await put(1, { salesforceId })
    expect(await resolvePage(context, salesforce())).toMatchObject({ accountId: uuid(1) })
  })

  it("is remembered where only Vitally knew the Salesforce id", async () => {
    await put(1)
    await rememberExternal(context, salesforceId, uuid(1))
    expect(await resolvePage(context, salesforce())).toMatchObject({ accountId: uuid(1) })
  })

  it("is the account of an opportunity once that was looked up", async () => {
    const id = "0065g00000AbCdEAAV"
    const opportunity = page(`https://acme.lightning.force.com/lightning/r/Opportunity/${id}/view`)
    await put(1, { salesforceId })
    expect(await resolvePage(context, opportunity)).toEqual({ kind: "not-cached", ask: null })
    await rememberRecordAccount(
      context,
      opportunity.site === "salesforce" ? opportunity.id18 : "",
      salesforceId,
    )
    expect(await resolvePage(context, opportunity)).toMatchObject({ accountId: uuid(1) })
  })

  it("is what the user linked by hand, before everything else, while that account exists", async () => {
    await put(1)
    await put(2)
    const ref = account()
    await context.db.put("links", { key: ref.key, ref, accountId: uuid(2), how: "hand", at })
    expect(await resolvePage(context, ref)).toMatchObject({
      accountId: uuid(2),
      link: { how: "hand" },
      alternatives: [uuid(1)],
    })
    await context.db.delete("accounts", uuid(2))
    expect(await resolvePage(context, ref)).toMatchObject({ accountId: uuid(1) })
  })
})
