import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { types } from "node:util"

import { build } from "esbuild"
import * as zodMini from "zod/mini"

import { root } from "./run"

/**
 * Writes what our code uses of zod/mini into one file, for the bundler alone (`alias` in package.json).
 *
 * Parcel asks of a whole file what it uses of another one. Some functions of zod/mini that we never call use whole name spaces of
 * zod, so Parcel would put 24 KB of them into the worker. esbuild asks each function.
 */
export async function writeLeanZod(): Promise<void> {
  await build({
    stdin: { contents: `export { ${usedNames().join(", ")} } from "zod/mini"`, resolveDir: root },
    outfile: path.join(root, "build", "zod-mini.js"),
    bundle: true,
    format: "esm",
  })
}

/** The functions and classes of zod/mini that our sources name as `z.name`; types and name spaces (`z.core`) are not among them. */
function usedNames(): string[] {
  const src = path.join(root, "src")
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"))
  const named = files.flatMap(
    (file) => readFileSync(path.join(src, file), "utf8").match(/(?<=\bz\.)\w+/g) ?? [],
  )
  const exported = new Map(Object.entries(zodMini))
  return [...new Set(named)].filter((name) => {
    const value = exported.get(name)
    return value !== undefined && !types.isModuleNamespaceObject(value)
  })
}
