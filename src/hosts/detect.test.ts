import fc from "fast-check"
import { expect, it } from "vitest"
import { detect } from "~src/hosts/detect"
import { parsePage } from "~src/hosts/page"
import { toId18 } from "~src/hosts/salesforce-id"

/** Addresses on which the manifest lets the gate run, and look-alikes, made of the pieces that matter, in and out of their places. */
const label = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("acme", "acme--uat.sandbox") },
  {
    weight: 1,
    arbitrary: fc.constantFrom("acme--uat", "app", "x.rest", "a.b", "a.b.c", ""),
  },
)
const suffix = fc.constantFrom(
  "vitally.io",
  "vitally-eu.io",
  "lightning.force.com",
  "my.salesforce.com",
  "vitally.io.evil.example",
  "force.com",
)
const id15 = fc
  .tuple(
    fc.constantFrom("001", "003", "006", "500", "800", "801", "00T", "00t", "0Q0", "02i", "a0B"),
    fc.stringMatching(/^[0-9A-Za-z]{12}$/),
  )
  .map(([prefix, rest]) => prefix + rest)
const salesforceId = fc.oneof(
  id15,
  id15.map((id) => toId18(id) ?? id),
  id15.map((id) => `${id}AAA`),
  id15.map((id) => `${id}-x`),
)
const uuid = fc.oneof(
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  fc.uuid().map((id) => id.slice(1)),
)
const object = fc.constantFrom(
  "Account",
  "account",
  "Contact",
  "Opportunity",
  "Case",
  "Contract",
  "sObject",
  "Task",
  "AccountsObject",
  "Rollout__c",
  "",
)
const tail = fc.constantFrom("", "/", "/view", "/e", "/e/x", "/related/Contacts/view", "/view?0.source=x")
const lightningPath = fc.oneof(
  fc.tuple(object, salesforceId, tail).map(([name, id, end]) => `/lightning/r/${name}/${id}${end}`),
  fc.tuple(salesforceId, tail).map(([id, end]) => `/lightning/r/${id}${end}`),
  fc.tuple(object, tail).map(([name, end]) => `/lightning/o/${name}${end}`),
)
const vitallyPath = fc
  .tuple(fc.constantFrom("accounts", "Accounts", "organizations", "hubs"), uuid, tail)
  .map(([folder, id, end]) => `/${folder}/${id}${end}`)
const lightningUrl = fc.oneof(
  lightningPath,
  fc
    .tuple(lightningPath, lightningPath)
    .map(([at, ws]) => `${at}${at.includes("?") ? "&" : "?"}ws=${encodeURIComponent(ws)}`),
  fc
    .tuple(
      fc.constantFrom("o/Contact/new", "action/quick/Account.LogCall", "o/Contact/list", "r/Contact/x/edit"),
      salesforceId,
      lightningPath,
    )
    .map(
      ([page, id, path]) => `/lightning/${page}?recordId=${id}&backgroundContext=${encodeURIComponent(path)}`,
    ),
  lightningPath.map((path) => `/lightning/o/Contact/new?backgroundContext=${encodeURIComponent(path)}`),
  salesforceId.map((id) => `/console#%2F${id}`),
  salesforceId.map((id) => `/one/one.app#${btoa(JSON.stringify({ attributes: { recordId: id } }))}`),
  fc
    .tuple(fc.constantFrom("sObject", "sObject", "sobject", "alohaRedirect", "x"), salesforceId, tail)
    .map(([kind, id, end]) => `/one/one.app#/${kind}/${id}${end}`),
)
const classicPath = fc.tuple(salesforceId, tail).map(([id, end]) => `/${id}${end}`)

const hostAndPath = fc.oneof(
  fc.tuple(fc.constantFrom("vitally.io", "vitally-eu.io"), vitallyPath),
  fc.tuple(fc.constant("lightning.force.com"), lightningUrl),
  fc.tuple(fc.constant("my.salesforce.com"), classicPath),
  fc.tuple(suffix, fc.oneof(vitallyPath, lightningUrl, classicPath, fc.webPath())),
)
const address = fc
  .tuple(label, fc.constantFrom("", "", "", ":8443"), hostAndPath)
  .map(([name, port, [end, path]]) => `https://${name}${name === "" ? "" : "."}${end}${port}${path}`)

it("sees a record wherever parsePage does", () => {
  let records = 0
  fc.assert(
    fc.property(address, (text) => {
      const ref = parsePage(text)
      const url = URL.parse(text)
      const seen = url === null ? "" : detect(url)
      if (ref === null) return
      expect(seen, text).not.toBe("")
      records += 1
    }),
    { numRuns: 4000 },
  )
  expect(records).toBeGreaterThan(200)
})

it("names the same record the same way, and different records differently", () => {
  fc.assert(
    fc.property(address, address, (one, other) => {
      const [first, second] = [parsePage(one), parsePage(other)]
      const [url, otherUrl] = [URL.parse(one), URL.parse(other)]
      if (
        first === null ||
        second === null ||
        url === null ||
        otherUrl === null ||
        url.host !== otherUrl.host
      )
        return
      if (first.key !== second.key) expect(detect(url)).not.toBe(detect(otherUrl))
    }),
    { numRuns: 3000 },
  )
})

it.each([
  "https://acme.vitally.io/hubs/accounts/all",
  "https://acme.vitally.io/accounts/not-an-id",
  "https://acme.lightning.force.com/lightning/page/home",
  "https://acme.lightning.force.com/lightning/o/Account/list?filterName=00B5e00000AbCdEEAV",
  "https://acme.lightning.force.com/lightning/r/Report/00O5e00000AbCdEEAV/view",
  "https://acme.lightning.force.com/lightning/r/User/0055e00000AbCdEAAV/view",
  "https://acme.lightning.force.com/lightning/setup/SetupOneHome/home",
  "https://acme.my.salesforce.com/home/home.jsp",
  "https://acme.my.salesforce.com/0055e00000AbCdE",
])("sees no record on %s", (address) => {
  expect(detect(new URL(address))).toBe("")
})
