import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { showcase } from "../book/showcase"
import { replicaFetch } from "../fetch"
import { type Replica, startReplica } from "../server"
import { strictCsp } from "./shell"

let replica: Replica
let call: typeof fetch
beforeAll(async () => {
  replica = await startReplica({ accounts: 12, tls: false })
  call = replicaFetch(replica)
})
afterAll(() => replica.close())

const heading = async (url: string): Promise<string | undefined> =>
  /<h1>(.*?)<\/h1>/.exec(await (await call(url)).text())?.[1]
const { globex } = showcase

describe("stand-in pages", () => {
  it.each([
    `https://acme.vitally.io/accounts/${globex.id}`,
    `https://acme.vitally.io/accounts/${globex.id.toUpperCase()}/tasks?x=1`,
    `https://acme.vitally-eu.io/organizations/${globex.organizationId}/dashboards/1`,
    `https://acme.lightning.force.com/lightning/r/Account/${globex.salesforceId}/view`,
    `https://acme.lightning.force.com/lightning/r/${globex.salesforceId}/view`,
    `https://acme.lightning.force.com/lightning/r/Account/${globex.salesforceId}/related/Contacts/view`,
    `https://acme.my.salesforce.com/${globex.salesforceId.slice(0, 15)}`,
  ])("show the customer at %s", async (url) => {
    expect(await heading(url)).toBe("Globex")
  })

  it("carry the strict policy and no inline script", async () => {
    const reply = await call(`https://acme.vitally.io/accounts/${showcase.markup.id}`)
    expect(reply.headers.get("content-security-policy")).toBe(strictCsp)
    const text = await reply.text()
    expect(text).not.toMatch(/<script>|<img|onclick=/)
    expect(text).toContain("&#60;img src=x")
  })

  it("turn hostile on demand", async () => {
    const evil = await (await call(`https://acme.vitally.io/accounts/${globex.id}?evil=1&overlay=1`)).text()
    expect(evil).toContain("/__assets/evil.css")
    expect(evil).toContain('data-testid="overlay"')
    expect(await (await call("https://acme.vitally.io/__assets/evil.css")).text()).toContain(
      "display:none!important",
    )
  })

  it("send API calls away from the Lightning host", async () => {
    const reply = await call("https://acme.lightning.force.com/services/data")
    expect([reply.status, reply.headers.get("location")]).toEqual([
      302,
      "https://acme.my.salesforce.com/services/data",
    ])
  })

  it("answer 404 for unknown records and hosts", async () => {
    for (const url of [
      "https://acme.vitally.io/accounts/00000000-0000-4000-8000-000000000000",
      "https://acme.lightning.force.com/lightning/r/Account/0015fK0000000000AA/view",
      "https://elsewhere.example/",
    ])
      expect((await call(url)).status).toBe(404)
  })

  it("lay dialogs and quick actions over the record they were opened from", async () => {
    const path = `/lightning/r/Account/${globex.salesforceId}/view`
    const record = await (await call(`https://acme.lightning.force.com${path}`)).text()
    const hrefs = [...record.matchAll(/href="(\/lightning\/(?:o\/Contact\/new|action)[^"]+)"/g)].map(
      ([, href]) => String(href).replaceAll("&#38;", "&").replaceAll("&amp;", "&"),
    )
    expect(hrefs).toHaveLength(2)
    for (const href of hrefs) {
      const text = await (await call(`https://acme.lightning.force.com${href}`)).text()
      expect(text).toContain("<h1>Globex</h1>")
      expect(text).toMatch(/role="dialog"/)
    }
  })

  it("show another customer under the same id in somebody else's org, a copy in a sandbox", async () => {
    const at = (host: string) =>
      heading(`https://${host}.lightning.force.com/lightning/r/Account/${globex.salesforceId}/view`)
    expect(await at("other")).toMatch(/^Foreign/)
    expect(await at("acme--uat.sandbox")).toBe("Globex")
  })

  it("lead to the new name once the My Domain was renamed, for pages and calls", async () => {
    replica.control.renameMyDomain("newname")
    for (const url of [
      `https://acme.lightning.force.com/lightning/r/Account/${globex.salesforceId}/view`,
      "https://acme.my.salesforce.com/services/data",
      "https://acme--uat.sandbox.my.salesforce.com/services/data",
    ]) {
      const reply = await call(url, { redirect: "manual" })
      expect(reply.status).toBe(301)
      expect(reply.headers.get("location")).toBe(url.replace("acme", "newname"))
    }
    expect(
      await heading(`https://newname.lightning.force.com/lightning/r/Account/${globex.salesforceId}/view`),
    ).toBe("Globex")
    replica.control.renameMyDomain(null)
  })
})
