/** `npm run bench`: measures what design budgets name, and writes build/bench.json. Ratios hold on noisy machines. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import process from "node:process"
import { pathToFileURL } from "node:url"

import { linesOf, unmeasured } from "./bench/budgets"
import { ensureFreshBuild } from "./fresh-build"
import { root } from "./run"

/** Each file in scripts/bench/ exports one function that answers with its figures. */
const benches: [file: string, name: string][] = [
  ["rules.ts", "benchRules"],
  ["book.ts", "benchBook"],
  ["evidence.ts", "benchEvidence"],
  ["sync.ts", "benchSync"],
  ["cold.ts", "benchCold"],
  ["browser.ts", "benchBrowser"],
  ["calls.ts", "benchCalls"],
  ["gateway.ts", "benchGateway"],
  ["usage.ts", "benchUsage"],
]

await ensureFreshBuild()
const figures: Record<string, unknown> = { at: new Date().toISOString(), node: process.version }
for (const [file, name] of benches) {
  const whole = path.join(root, "scripts", "bench", file)
  if (!existsSync(whole)) throw new Error(`scripts/bench/${file} is missing.`)
  const module = (await import(pathToFileURL(whole).href)) as Record<
    string,
    () => Promise<Record<string, unknown>>
  >
  const bench = module[name]
  if (!bench) throw new Error(`scripts/bench/${file} exports no ${name}.`)
  // One that can't run must not cost the others' figures; the exit code says so.
  const result = await bench().catch((error: unknown) => {
    process.exitCode = 1
    return { [`${name}_failed`]: String(error) }
  })
  Object.assign(figures, result)
  for (const [key, value] of Object.entries(result)) for (const line of linesOf(key, value)) console.log(line)
}
for (const line of unmeasured(figures)) console.log(line)
mkdirSync(path.join(root, "build"), { recursive: true })
writeFileSync(path.join(root, "build", "bench.json"), `${JSON.stringify(figures, null, 2)}\n`)
console.log("Written to build/bench.json")
// A bench that failed halfway may have left its replica listening.
process.exit()
