import { spawnSync } from "node:child_process"
import { expect, it } from "vitest"

const NOW = ["--now", "2026-11-22T12:00:00Z", "--time-zone", "Europe/Berlin"]

function run(...args: string[]) {
  const found = spawnSync("node", ["--import", "tsx", "scripts/assess.ts", ...args], { encoding: "utf8" })
  return { ...found, answer: (): unknown => JSON.parse(found.stdout) }
}

const fixture = (name: string) => ["--facts", `test/fixtures/facts/${name}.json`]

it("assesses a facts file", { timeout: 60_000 }, () => {
  const { status, answer } = run(...fixture("globex"), ...NOW)
  expect(status).toBe(0)
  expect(answer()).toMatchObject({
    tier: { name: "Large Enterprise", team: "Named TA" },
    lifecycle: { stage: "4. Renewing" },
    health: { score: 5.375, band: "concerning", withData: 10 },
    contact: { daysSince: 20, status: "ok" },
    renewal: { daysOut: 110, phase: "formal" },
  })
})

it("tries another preset", { timeout: 60_000 }, () => {
  const { answer } = run(...fixture("initech-scaled"), ...NOW, "--policy", "teams-2024")
  expect(answer()).toMatchObject({
    tier: { name: null, team: null },
    health: { score: null, band: "unknown" },
  })
})

it.each([
  [[], "No facts file given."],
  [["--facts", "no-such.json"], "The facts file no-such.json can't be read."],
  [["--facts", "README.md"], "README.md: The facts file is not valid JSON."],
  [[...fixture("globex"), "--policy", "gold"], 'There is no preset "gold".'],
  [[...fixture("globex"), "--now", "soon"], '"soon" is not a moment in time.'],
  [[...fixture("globex"), "--time-zone", "Mars"], '"Mars" is no time zone known here.'],
  [["--fact", "x"], "Unknown option"],
])("says what is wrong with %j, with exit code 1", { timeout: 60_000 }, (args, said) => {
  const { status, stdout, stderr } = run(...args)
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" })
  expect(stderr).toContain(said)
})
