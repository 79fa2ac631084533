import { readFileSync } from "node:fs"
import { expect, it } from "vitest"

import { files, manifest, readBuilt } from "./built"

/** Built names carry a hash of their path or content. */
const withoutHashes = (text: string) => text.replace(/\.[0-9a-f]{8}(?=\.(?:js|css|png|json)\b)/g, "")

it("is the manifest in manifest.snapshot.json, and no other", () => {
  const expected = readFileSync(new URL("manifest.snapshot.json", import.meta.url), "utf8")
  const built = JSON.parse(withoutHashes(JSON.stringify({ ...manifest, version: "X" }))) as unknown
  expect(built).toEqual(JSON.parse(expected))
})

it("asks for nothing that docs/permissions.md does not give a reason for", () => {
  const reasons = readFileSync(new URL("../../docs/permissions.md", import.meta.url), "utf8")
  const asked = [...manifest.permissions, ...manifest.host_permissions, ...manifest.optional_host_permissions]
  for (const permission of asked) expect(reasons).toContain(`\`${permission}\``)
  const explained = [...reasons.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name)
  expect(explained.sort()).toEqual(asked.sort())
})

it("names no file that is not there", () => {
  const named = [...JSON.stringify(manifest).matchAll(/"([\w./-]+\.(?:js|css|png|json|html))"/g)].map(
    ([, name]) => name,
  )
  expect(named.length).toBeGreaterThan(8)
  for (const name of named) expect(files).toContain(name)
})

it("holds no source map, and no text of this machine", () => {
  expect(files.filter((file) => file.endsWith(".map"))).toEqual([])
  for (const file of files.filter((name) => /\.(js|css|html|json)$/.test(name))) {
    const found = /sourceMappingURL=|\/node_modules\//.exec(readBuilt(file))
    expect(found, file).toBeNull()
  }
})
