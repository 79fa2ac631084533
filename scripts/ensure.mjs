// Installs what a fresh clone lacks: packages from the lock, and a browser. Plain JavaScript, no package needed.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import process from "node:process"
import { fileURLToPath } from "node:url"

import { ensureBrowser } from "./browser.mjs"

const root = fileURLToPath(new URL("../", import.meta.url))
const stamp = `${root}node_modules/.account-lens-lock`

const [major = 0] = process.versions.node.split(".").map(Number)
if (major < 20) fail(`Node 20 or newer is needed; this is ${process.version}.`)

const lock = createHash("sha256")
  .update(readFileSync(`${root}package-lock.json`))
  .digest("hex")
const installed = existsSync(stamp) && readFileSync(stamp, "utf8") === lock
if (!installed) {
  console.log("Installing packages from package-lock.json (about a minute, once) …")
  const npm = process.platform === "win32" ? "npm.cmd" : "npm"
  const { status } = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  })
  if (status !== 0) fail("npm ci failed; its own words are above.")
  writeFileSync(stamp, lock)
}

try {
  ensureBrowser()
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
