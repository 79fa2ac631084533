/** Answers of real orgs, recorded by restforce (test/fixtures/README.md). */
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

import { readDescribe } from "./describe"
import { classify } from "./errors"
import { readQueryPage } from "./query-page"
import { readRefusal } from "./refusal"
import { chooseVersion } from "./version"

const recorded = (name: string): unknown =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../test/fixtures/salesforce/restforce/${name}_response.json`, import.meta.url),
      "utf8",
    ),
  )

describe("recorded answers of Salesforce", () => {
  it("a describe: every field by its name, with where its lookups lead", () => {
    const object = readDescribe(recorded("sobject_describe_success"))
    expect(object.visible).toBe(true)
    expect(object.fields.find(({ name }) => name === "OwnerId")).toMatchObject({
      name: "OwnerId",
      label: "Owner ID",
      type: "reference",
      relationshipName: "Owner",
      referenceTo: expect.arrayContaining(["User"]) as string[],
    })
  })

  it("the list of versions: compared as numbers, and none taken that is too old or too new", () => {
    const versions = recorded("services_data_success") as { version: string }[]
    expect(versions.map(({ version }) => version)).toEqual(["20.0", "100"])
    expect(() => chooseVersion(versions)).toThrow("version")
    expect(chooseVersion([...versions, { version: "66.0" }, { version: "67.0" }])).toBe("67.0")
  })

  it("a query of two pages", () => {
    const first = readQueryPage(recorded("query_paginated_first_page"))
    expect(first).toMatchObject({ records: [{ Text_Label: "First Page" }] })
    expect(first.nextRecordsUrl).toBe("/services/data/v26.0/query/01gD")
    const last = readQueryPage(recorded("query_paginated_last_page"))
    expect(last.records).toHaveLength(1)
    expect(last).not.toHaveProperty("nextRecordsUrl")
  })

  it("the refusal of a field: which one", () => {
    const body = recorded("write_error") as { message: string }[]
    expect(classify(400, body).kind).toBe("invalid-field")
    expect(readRefusal({ detail: body[0]?.message ?? "" })).toMatchObject({ kind: "field", field: "foo" })
  })
})
