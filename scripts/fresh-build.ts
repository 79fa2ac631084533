import { existsSync, readdirSync, statSync } from "node:fs"
import path from "node:path"
import process from "node:process"

import { root, run } from "./run"

const sources = [
  "src",
  "contents",
  "popup",
  "background",
  "sidepanel",
  "options",
  "tabs",
  "assets",
  "package.json",
]

/** Builds the extension if there is no build, or an older one than its sources. Ends the process where that fails. */
export async function ensureFreshBuild(): Promise<void> {
  if (!buildIsStale()) return
  console.log("Building the extension …")
  const build = await run("tsx", ["scripts/build.ts"])
  if (build.status === 0) return
  console.error(build.output)
  process.exit(1)
}

function buildIsStale(): boolean {
  const manifest = path.join(root, "build", "chrome-mv3-prod", "manifest.json")
  if (!existsSync(manifest)) return true
  const built = statSync(manifest).mtimeMs
  return sources.some((name) => newest(path.join(root, name)) > built)
}

function newest(file: string): number {
  const { mtimeMs } = statSync(file)
  if (!statSync(file).isDirectory()) return mtimeMs
  const inside = readdirSync(file, { recursive: true, encoding: "utf8" })
  return inside.reduce((latest, name) => Math.max(latest, statSync(path.join(file, name)).mtimeMs), mtimeMs)
}
