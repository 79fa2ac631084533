// Plain JavaScript: runs before any package is installed.
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import process from "node:process"

/**
 * Installs Debian packages if this is Debian and we are root.
 * @param {string} what for the line that says so.
 * @param {string[]} packages
 * @returns whether it was tried. @throws Error if apt-get failed.
 */
export function installFromDebian(what, packages) {
  const isRoot = process.getuid?.() === 0
  if (process.platform !== "linux" || !isRoot || !existsSync("/usr/bin/apt-get")) return false
  console.log(`Installing ${what} from Debian's packages …`)
  apt("update", "-qq")
  apt("install", "-y", "-qq", "--no-install-recommends", ...packages)
  return true
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  // One repeat: mirrors drop connections now and then.
  for (let turn = 0; turn < 2; turn++) {
    const { status } = spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env })
    if (status === 0) return
  }
  throw new Error(`apt-get ${args[0]} failed; install by hand: ${args.slice(3).join(" ")}`)
}
