import { describe, expect, it } from "vitest"

import { fillLink, whyNoTemplate } from "./fill-link"

const globex = {
  id: "7b2f",
  name: "Globex & Söhne?/#{accountId}",
  salesforceId: { value: "0015g00000AbCdEAAV", source: "vitally" as const },
}

describe("a link template", () => {
  it("takes the customer's name, encoded, and both ids", () => {
    expect(fillLink("https://looker.example.com/dashboards/12?Account={accountName}", globex)).toBe(
      "https://looker.example.com/dashboards/12?Account=Globex%20%26%20S%C3%B6hne%3F%2F%23%7BaccountId%7D",
    )
    expect(fillLink("https://a.example/{accountId}/{salesforceId}", globex)).toBe(
      "https://a.example/7b2f/0015g00000AbCdEAAV",
    )
  })

  it("is as good without a placeholder", () => {
    expect(fillLink("https://a.example/12", globex)).toBe("https://a.example/12")
  })

  it("gives no link where something it names is not known", () => {
    expect(fillLink("https://a.example/{salesforceId}", { id: "7b2f", name: "Globex" })).toBeNull()
    expect(fillLink("https://a.example/{accountName}", { id: "7b2f", name: "" })).toBeNull()
  })

  it.each([
    ["", "A link must start with https:// or be empty."],
    ["http://a.example", "A link must start with https:// or be empty."],
    ["https://{accountName}/x", "A placeholder may stand only behind the host."],
    ["https://{accountName}.a.example", "A placeholder may stand only behind the host."],
    [
      "https://a.example/{name}",
      "There is no placeholder {name}. Known are {accountName}, {accountId}, {salesforceId}.",
    ],
    ["https://a.example/{constructor}", /no placeholder \{constructor\}/],
  ])("refuses %j", (template, reason) => {
    expect(whyNoTemplate(template)).toMatch(reason)
    expect(fillLink(template, globex)).toBeNull()
  })
})
