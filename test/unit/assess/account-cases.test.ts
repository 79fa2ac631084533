import "fake-indexeddb/auto"

import { readFileSync } from "node:fs"

import { beforeAll, expect, it } from "vitest"

import { assessRaw } from "~scripts/assess/raw/assess-raw"
import type { Row } from "~scripts/assess/raw/read-cases"

import { type LabelledCase, wrongIn } from "./expectations"

const casesOf = (file: string) =>
  (
    JSON.parse(readFileSync(new URL(`../../fixtures/cases/${file}`, import.meta.url), "utf8")) as {
      cases: LabelledCase[]
    }
  ).cases
const cases = ["accounts-dev.json", "accounts-values.json"].flatMap(casesOf)
const areas = [...new Set(cases.map(({ area }) => area))]

const answers = new Map<string, Row>()
beforeAll(async () => {
  await assessRaw(JSON.stringify({ cases }), (line) => {
    const answer = JSON.parse(line) as Row
    answers.set(String(answer.id), answer)
  })
})

it.each(areas)("%s: as labelled", (area) => {
  const wrong = cases
    .filter((one) => one.area === area && one.doubt === undefined)
    .flatMap((one) => {
      const faults = wrongIn(answers.get(one.id) ?? { error: "no answer" }, one)
      return faults.length === 0 ? [] : [`${one.id}: ${one.why}\n  ${faults.join("\n  ")}`]
    })
  expect(wrong.join("\n")).toBe("")
})
