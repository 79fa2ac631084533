import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import { afterEach, beforeEach, expect, it } from "vitest"

import { packagesInstalled } from "~scripts/installed.mjs"

let root: string

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "account-lens-packages-"))
  write("package-lock.json", {
    "": { version: "0.1.0" },
    "node_modules/react": { version: "19.3.1" },
    "node_modules/other-platform": { version: "1.0.0", optional: true },
  })
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

function write(file: string, packages: object): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), JSON.stringify({ packages }))
}
const npmWrote = (packages: object) => {
  write("node_modules/.package-lock.json", packages)
}

it("takes what a plain npm ci left as installed, without packages for other platforms", () => {
  npmWrote({ "node_modules/react": { version: "19.3.1" } })
  expect(packagesInstalled(root)).toBe(true)
})

it("misses packages on a fresh clone", () => {
  expect(packagesInstalled(root)).toBe(false)
})

it("misses a package that the lock now wants, or wants in another version", () => {
  npmWrote({})
  expect(packagesInstalled(root)).toBe(false)
  npmWrote({ "node_modules/react": { version: "19.2.0" } })
  expect(packagesInstalled(root)).toBe(false)
})

it("misses everything where npm was stopped in the middle", () => {
  mkdirSync(path.join(root, "node_modules", "react"), { recursive: true })
  expect(packagesInstalled(root)).toBe(false)
})
