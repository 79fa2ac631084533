import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it } from "vitest"

const NOW = ["--now", "2026-11-22T12:00:00Z", "--time-zone", "Europe/Berlin"]

function run(...args: string[]) {
  // Whatever zone the machine is in.
  const env = { ...process.env, TZ: "Pacific/Auckland" }
  const found = spawnSync("node", ["--import", "tsx", "scripts/assess.ts", ...args], {
    encoding: "utf8",
    env,
  })
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

it("takes a moment without a zone as UTC, on every machine", { timeout: 60_000 }, () => {
  const { answer } = run(
    ...fixture("globex"),
    "--now",
    "2026-11-22T23:30:00",
    "--time-zone",
    "America/Denver",
  )
  expect(answer()).toMatchObject({ today: "2026-11-22" })
})

it("lays a tier scheme over the default", { timeout: 60_000 }, () => {
  const { answer } = run(...fixture("hooli-churned"), ...NOW, "--policy", "three-tiers-2023")
  expect(answer()).toMatchObject({
    tier: { name: "Strategic" },
    health: { formula: "Default (since September 2023)" },
  })
})

it("names every fault of a policy file", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "policy-"))
  try {
    const file = join(folder, "policy.json")
    writeFileSync(file, JSON.stringify({ fiscalYearFirstMonth: 13, links: { book: "http://example.com" } }))
    const { status, stdout, stderr } = run(...fixture("globex"), "--policy", file)
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" })
    expect(stderr.split("\n").slice(1, 3)).toEqual([
      "  fiscalYearFirstMonth: Expected 12 or less.",
      "  links.book: A link must start with https:// or be empty.",
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it("tells of keys that change nothing, and tries the rest", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "policy-"))
  try {
    const file = join(folder, "policy.json")
    writeFileSync(
      file,
      JSON.stringify({ contact: { base: { dueSoonFrom: 10, overdueFrom: 20, overdue: 9 } } }),
    )
    const { status, stderr, answer } = run(...fixture("globex"), ...NOW, "--policy", file)
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `${file}: contact.base.overdue is not known and changes nothing.\n`,
    })
    expect(answer()).toMatchObject({ contact: { daysSince: 20, status: "overdue" } })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it.each([
  [[], "No facts file given."],
  [["--facts", "no-such.json"], "The facts file no-such.json can't be read."],
  [["--facts", "README.md"], "README.md: The facts file is not valid JSON."],
  [
    [...fixture("globex"), "--policy", "gold"],
    'There is no preset "gold". Presets: default, teams-2024. Tier schemes, over the default: employees-or-arr,',
  ],
  [[...fixture("globex"), "--now", "soon"], '"soon" is not a moment in time.'],
  [[...fixture("globex"), "--time-zone", "Mars"], '"Mars" is no time zone known here.'],
  [["--fact", "x"], "Unknown option"],
])("says what is wrong with %j, with exit code 1", { timeout: 60_000 }, (args, said) => {
  const { status, stdout, stderr } = run(...args)
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" })
  expect(stderr).toContain(said)
})
