import { existsSync, readdirSync, statSync } from "node:fs"
import path from "node:path"

import { root } from "./run"

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

/** Whether anything that goes into the extension is newer than the build, or there is no build. */
export function buildIsStale(): boolean {
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
