/**
 * `npm run build`: Plasmo's build into build/chrome-mv3-prod, then a look at what came out.
 *
 * Plasmo's exit code and its last line say nothing sure: it prints a red error and builds well if there is no network
 * (it asks for its own newest version), and it says DONE over a build that lost its packages. So the files decide.
 */
import { existsSync, readFileSync, rmSync, statSync } from "node:fs"
import path from "node:path"

import { writeOldAddresses } from "./old-addresses"
import { rulesDigest } from "./rules-digest"
import { allowInManifest, gatewayOrigins } from "./gateway-manifest"
import { root, run } from "./run"
import { shortenJsx } from "./shorter-jsx"

const built = path.join(root, "build", "chrome-mv3-prod")

interface Manifest {
  background?: { service_worker?: string }
  content_scripts?: { js?: string[] }[]
  action?: { default_popup?: string }
  side_panel?: { default_path?: string }
  options_ui?: { page?: string }
}

/** Every file the manifest starts something with, and our tabs page, which it doesn't name. */
function entries(manifest: Manifest): (string | undefined)[] {
  return [
    manifest.background?.service_worker,
    ...(manifest.content_scripts ?? [{}]).map(({ js }) => js?.[0]),
    manifest.action?.default_popup,
    manifest.side_panel?.default_path,
    manifest.options_ui?.page,
    "tabs/app.html",
  ]
}

/** What is wrong with a built page or script; undefined where it is sound. */
function fault(entry: string | undefined): string | undefined {
  if (entry === undefined) return "the manifest lacks an entry (worker, gate, popup, side panel or options)"
  const file = path.join(built, entry)
  if (!existsSync(file) || statSync(file).size === 0) return `${entry} is missing or empty`
  if (!entry.endsWith(".html")) return undefined
  const script = /<script[^>]+src="\/?([^"]+)"/.exec(readFileSync(file, "utf8"))?.[1]
  if (script === undefined) return `${entry} loads no script`
  const code = path.join(built, script)
  // React alone is 180 KB. A page far below it was built for Node, its packages left out.
  if (!existsSync(code) || statSync(code).size < 100_000) return `${entry}: ${script} lacks its packages`
  return undefined
}

function faults(): string[] {
  const file = path.join(built, "manifest.json")
  if (!existsSync(file)) return ["no manifest.json was written"]
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest
  return entries(manifest).flatMap((entry) => fault(entry) ?? [])
}

// A build that fails halfway must not leave the last one standing.
rmSync(built, { recursive: true, force: true })
const gateway = gatewayOrigins(process.argv.slice(2))
const { status, output, seconds } = await run("plasmo", ["build", "--src-path=.", "--hoist"], {
  env: { PLASMO_PUBLIC_RULES: rulesDigest(root) },
})
if (gateway.length > 0) allowInManifest(path.join(built, "manifest.json"), gateway)
if (status === 0) shortenJsx(built)
const wrong = faults()
if (status === 0) writeOldAddresses(built)
if (status !== 0 || wrong.length > 0) {
  console.error(output)
  for (const text of wrong) console.error(`The build is not sound: ${text}.`)
  process.exitCode = 1
} else {
  console.log(`Built ${path.relative(root, built)} in ${seconds.toFixed(0)} s.`)
}
