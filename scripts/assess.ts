/**
 * Tries a policy on one account's facts: `npm run -s assess -- --facts F.json [--policy P.json|PRESET] [--now ISO] [--time-zone Z]`.
 * PRESET is a policy's or a tier scheme's key. `--raw FILE` takes the rows as the services give them (`assess/raw/`). Prints the assessment as JSON (ratios, weights included, are 0-1); on bad input a plain sentence on stderr, and exit code 1.
 */
import { existsSync, readFileSync } from "node:fs"
import { parseArgs } from "node:util"

import { assess } from "~src/domain/assess/assess"
import { clockAt, isTimeZone } from "~src/domain/calendar"
import type { Clock } from "~src/domain/facts"
import type { Policy } from "~src/domain/policy/policy"
import { readInstant } from "~src/domain/intake/values"
import { defaultPolicy, presets, tierSchemes } from "~src/domain/policy/presets"
import { importFacts } from "~src/schemas/facts"
import { importPolicy, policySchema } from "~src/schemas/policy"
import { unknownKeys } from "~src/schemas/unknown-keys"

import { assessRaw } from "./assess/raw/assess-raw"

class InputError extends Error {}

const USAGE =
  "Usage: npm run -s assess -- --facts F.json [--policy P.json|PRESET] [--now ISO] [--time-zone Z]\n   or: npm run -s assess -- --raw CASES.json"

async function main(): Promise<void> {
  const { values } = readArguments()
  if (values.raw !== undefined) return raw(values.raw)
  if (values.facts === undefined) throw new InputError(`No facts file given.\n${USAGE}`)
  const policy = readPolicy(values.policy ?? "default")
  const clock = readClock(values.now, values["time-zone"])
  const facts = importFacts(readFile(values.facts, "facts file"), policy, clock)
  if (!facts.ok) throw new InputError(`${values.facts}: ${facts.reason}`)
  process.stdout.write(`${JSON.stringify(assess(facts.facts, policy, clock), null, 2)}\n`)
}

async function raw(path: string): Promise<void> {
  const text = readFile(path, "cases file")
  try {
    await assessRaw(text, (line) => process.stdout.write(`${line}\n`))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new InputError(`${path} is no JSON: ${error.message}`)
  }
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        facts: { type: "string" },
        raw: { type: "string" },
        policy: { type: "string" },
        now: { type: "string" },
        "time-zone": { type: "string" },
      },
    })
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
}

function readPolicy(name: string): Policy {
  const preset = Object.hasOwn(presets, name) ? presets[name] : undefined
  if (preset) return preset
  const scheme = tierSchemes.find((known) => known.key === name)
  if (scheme) return { ...defaultPolicy, tiers: scheme }
  if (!existsSync(name) && !name.includes(".") && !name.includes("/")) {
    const schemes = tierSchemes.map((known) => known.key).filter((key) => !Object.hasOwn(presets, key))
    throw new InputError(
      `There is no preset "${name}". Presets: ${Object.keys(presets).join(", ")}. Tier schemes, over the default: ${schemes.join(", ")}. Or name a file.`,
    )
  }
  const result = importPolicy(readFile(name, "policy file"))
  if (result.ok) {
    for (const path of unknownKeys(policySchema, result.policy))
      process.stderr.write(`${name}: ${path} is not known and changes nothing.\n`)
    return result.policy
  }
  const faults = result.faults.map(({ path, reason }) => `  ${path === "" ? "(file)" : path}: ${reason}`)
  throw new InputError(`${name} is not a valid policy:\n${faults.join("\n")}`)
}

function readClock(
  now = new Date().toISOString(),
  timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
): Clock {
  if (!isTimeZone(timeZone))
    throw new InputError(`"${timeZone}" is no time zone known here. Example: Europe/Berlin.`)
  // Without a zone of its own a time is UTC, whatever machine this runs on; a date is its first moment in the zone.
  const at = readInstant(now)
  if (at === undefined) {
    throw new InputError(`"${now}" is not a moment in time. Example: 2026-11-22T12:00:00Z.`)
  }
  return clockAt(at, timeZone)
}

function readFile(path: string, what: string): string {
  try {
    return readFileSync(path, "utf8")
  } catch {
    throw new InputError(`The ${what} ${path} can't be read.`)
  }
}

try {
  await main()
} catch (error) {
  if (!(error instanceof InputError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
