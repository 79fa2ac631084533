import { expect, it } from "vitest"

import { pageOf } from "./linked-page"

const of = (query: string) => pageOf(new URLSearchParams(query))

const ref = {
  site: "salesforce",
  host: "acme.lightning.force.com",
  key: "salesforce:x",
  apiHost: "acme.my.salesforce.com",
  object: "Opportunity",
  id18: "0065e00000AbCdEAAV",
}

it("reads the page the panel names", () => {
  expect(of(`ref=${encodeURIComponent(JSON.stringify(ref))}`)).toEqual(ref)
})

it.each([
  "",
  "ref=",
  "ref=%7B",
  "ref=null",
  "ref=3",
  `ref=${encodeURIComponent('{"site":"evil"}')}`,
  `ref=${encodeURIComponent('{"site":"vitally"}')}`,
])("is null for %s", (query) => expect(of(query)).toBeNull())
