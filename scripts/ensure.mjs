// Installs what a fresh clone lacks: packages from the lock, and a browser. Plain JavaScript, no package needed.
import { spawnSync } from "node:child_process"
import process from "node:process"
import { fileURLToPath } from "node:url"

import { ensureBrowser } from "./browser.mjs"
import { packagesInstalled } from "./installed.mjs"
import { ensureNginx, whyNoNginx } from "./nginx.mjs"

const root = fileURLToPath(new URL("../", import.meta.url))

const [major = 0] = process.versions.node.split(".").map(Number)
if (major < 20) fail(`Node 20 or newer is needed; this is ${process.version}.`)

if (!packagesInstalled(root)) {
  console.log("Installing packages from package-lock.json (about a minute, once) …")
  const npm = process.platform === "win32" ? "npm.cmd" : "npm"
  const { status } = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  })
  if (status !== 0) fail("npm ci failed; its own words are above.")
}

try {
  ensureBrowser()
  if (!ensureNginx()) console.log(`The team gateway is not tested here: ${whyNoNginx}`)
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
