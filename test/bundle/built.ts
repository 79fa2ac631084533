import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

import { builtExtension } from "../browser/launch"

/** The parts of the built manifest that tests read. */
export interface BuiltManifest {
  permissions: string[]
  host_permissions: string[]
  optional_host_permissions: string[]
  background: { service_worker: string }
  content_scripts: { js: string[]; matches: string[]; exclude_matches: string[]; all_frames: boolean }[]
  commands: Record<string, unknown>
  [key: string]: unknown
}

export const readBuilt = (file: string): string => readFileSync(path.join(builtExtension, file), "utf8")

export const manifest = JSON.parse(readBuilt("manifest.json")) as BuiltManifest

/** Paths below the build, with `/`. */
export const files: string[] = readdirSync(builtExtension, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    path.relative(builtExtension, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
  )
  .sort()

export const pages = ["sidepanel.html", "popup.html", "options.html", "tabs/app.html"] as const
export type PageName = (typeof pages)[number]

/** Every script that a page loads, joined. */
export function scriptsOf(page: PageName): string {
  return [...readBuilt(page).matchAll(/<script[^>]+src="\/?([^"]+)"/g)]
    .map(([, file = ""]) => readBuilt(file))
    .join("\n")
}

const gateFile = manifest.content_scripts[0]?.js[0] ?? ""
export const gate = readBuilt(gateFile)
export const worker = readBuilt(manifest.background.service_worker)
