import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import { afterAll, beforeAll, expect, it } from "vitest"

import packageFile from "../../../package.json"
import { billOfMaterials } from "../../../scripts/bill-of-materials"
import { pack } from "../../../scripts/pack"

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pack-"))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The same files, made in this order, with these times and rights. */
function tree(name: string, order: string[], time: number, mode: number): string {
  const top = path.join(folder, name)
  mkdirSync(path.join(top, "static"), { recursive: true })
  for (const file of order) {
    const at = path.join(top, file)
    writeFileSync(at, `contents of ${file}`)
    chmodSync(at, mode)
    utimesSync(at, time, time)
  }
  return top
}

it("packs the same bytes whenever, wherever and by whomever the files were made", async () => {
  const zone = process.env.TZ
  process.env.TZ = "Asia/Tokyo"
  const one = await pack(tree("one", ["manifest.json", "static/a.js", "b.js"], 1, 0o600))
  process.env.TZ = "America/New_York"
  const other = await pack(tree("other", ["b.js", "static/a.js", "manifest.json"], 1_700_000_000, 0o755))
  process.env.TZ = zone
  expect(other.equals(one)).toBe(true)
  const changed = await pack(path.join(folder, "one"), (name, contents) =>
    name === "b.js" ? Buffer.from("else") : contents,
  )
  expect(changed.equals(one)).toBe(false)
})

it("lists what ships with version, licence and hash, nothing twice, and no tool of the tests", async () => {
  const bom = await billOfMaterials()
  const names = bom.components.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(["react", "react-dom", "zod", "idb", "zustand", "plasmo"]))
  expect(new Set(names).size).toBe(names.length)
  for (const tool of Object.keys(packageFile.devDependencies)) expect(names).not.toContain(tool)
  for (const { version, licenses, hashes } of bom.components) {
    expect(version).toMatch(/^\d+\.\d+\.\d+/)
    expect(licenses[0]?.license.id).toBeTruthy()
    expect(hashes[0]?.content).toMatch(/^[\da-f]{128}$/)
  }
  expect(await billOfMaterials()).toEqual(bom)
}, 60_000)
