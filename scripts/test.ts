/** `npm test`: everything, ending with `N passed, N failed`. */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"

import { type Outcome, readKnownFailures, sortFailures } from "./known-failures"
import { root, run } from "./run"

interface Tally {
  name: string
  passed: number
  failed: number
  skipped: number
  seconds: number
  details: string
}

const reports = path.join(root, "build", "reports")
mkdirSync(reports, { recursive: true })
const tallies: Tally[] = []

function record(tally: Tally) {
  tallies.push(tally)
  const mark = tally.failed ? "✗" : "✓"
  console.log(
    `${mark} ${tally.name}: ${tally.passed} passed, ${tally.failed} failed (${tally.seconds.toFixed(0)} s)`,
  )
  if (tally.failed) console.log(tally.details)
  return tally.failed === 0
}

/** A tool that answers with its exit code alone counts as one test. */
async function step(name: string, program: string, args: string[]) {
  const { status, output, seconds } = await run(program, args)
  const failed = status === 0 ? 0 : 1
  return record({ name, passed: 1 - failed, failed, skipped: 0, seconds, details: output })
}

const knownFailures = readKnownFailures()

/** Names what failed as known; answers how many failures are news. */
function sortOut(failed: Outcome[]): { known: number; news: number } {
  const { known, news } = sortFailures(failed, knownFailures)
  for (const { file, name, reason } of known) console.log(`  known failure: ${file} › ${name}: ${reason}`)
  for (const { file, name } of news) console.log(`  FAILED: ${file} › ${name}`)
  return { known: known.length, news: news.length }
}

interface VitestReport {
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[]
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numFailedTestSuites: number
  success: boolean
}

async function vitest(name: string, args: string[]) {
  const file = path.join(reports, `${name.replaceAll(" ", "-")}.json`)
  rmSync(file, { force: true })
  const { status, output, seconds } = await run("vitest", [
    "run",
    ...args,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ])
  if (!existsSync(file)) return record({ name, passed: 0, failed: 1, skipped: 0, seconds, details: output })
  const report = JSON.parse(readFileSync(file, "utf8")) as VitestReport
  // A file that can't even be loaded fails no test of its own: its suite counts, so that it is never silent.
  const outcomes = report.testResults.flatMap((suite) =>
    suite.assertionResults
      .filter((test) => test.status === "failed")
      .map((test) => ({ file: suite.name, name: test.fullName })),
  )
  const { known, news } = sortOut(outcomes)
  const brokenSuite = status !== 0 && report.numFailedTests === 0
  return record({
    name,
    passed: report.numPassedTests,
    failed: news || (brokenSuite ? Math.max(1, report.numFailedTestSuites) : 0),
    skipped: report.numPendingTests + known,
    seconds,
    details: output.slice(-20_000),
  })
}

interface PlaywrightSuite {
  file: string
  specs?: { title: string; ok: boolean }[]
  suites?: PlaywrightSuite[]
}

const failedSpecs = ({ file, specs = [], suites = [] }: PlaywrightSuite): Outcome[] => [
  ...specs.filter(({ ok }) => !ok).map(({ title }) => ({ file: `test/browser/${file}`, name: title })),
  ...suites.flatMap(failedSpecs),
]

interface PlaywrightReport {
  suites: PlaywrightSuite[]
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

async function playwright(name: string) {
  const file = path.join(reports, "browser.json")
  rmSync(file, { force: true })
  const { output, seconds } = await run("playwright", ["test", "--reporter=list,json"], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, FORCE_COLOR: "0" },
  })
  if (!existsSync(file)) return record({ name, passed: 0, failed: 1, skipped: 0, seconds, details: output })
  const { stats, suites } = JSON.parse(readFileSync(file, "utf8")) as PlaywrightReport
  if (stats.flaky)
    console.log(`  ${stats.flaky} browser tests passed only when repeated:\n${output.slice(-6000)}`)
  const passed = stats.expected + stats.flaky
  const { known, news } = sortOut(suites.flatMap(failedSpecs))
  const failed = news || (passed ? 0 : 1)
  const skipped = stats.skipped + known
  return record({ name, passed, failed, skipped, seconds, details: output.slice(-30_000) })
}

async function staticChecks() {
  await step("format", "prettier", ["--check", "--log-level=warn", "."])
  await step("types", "tsc", ["--noEmit", "-p", "."])
  await step("lint", "eslint", ["."])
  await step("unused files, exports and dependencies", "knip", ["--no-progress"])
  await step("prose", "tsx", ["scripts/prose.ts"])
}

async function builtExtension() {
  if (!(await step("build", "tsx", ["scripts/build.ts"]))) return false
  return vitest("bundle tests", ["--config", "test/bundle/vitest.config.mts"])
}

const started = performance.now()
// Two lanes for two cores; the browser tests then have the machine to themselves.
const [built] = await Promise.all([
  builtExtension().then(async (ok) => (await staticChecks(), ok)),
  vitest("unit tests", []),
])
if (built) await playwright("browser tests")
else console.log("✗ browser tests: not run, since the built extension is not sound")

const sum = (key: "passed" | "failed" | "skipped") => tallies.reduce((total, tally) => total + tally[key], 0)
console.log(`\n${((performance.now() - started) / 60_000).toFixed(1)} minutes`)
const skipped = sum("skipped")
console.log(`${sum("passed")} passed, ${sum("failed")} failed${skipped ? `, ${skipped} skipped` : ""}`)
process.exitCode = sum("failed") ? 1 : 0
