import { expect, it } from "vitest"

import { gate, manifest } from "./built"
import { globalsUsed } from "./globals"

it("is one script in the top frame", () => {
  expect(manifest.content_scripts).toHaveLength(1)
  expect(manifest.content_scripts[0]).toMatchObject({
    js: [expect.stringMatching(/^gate/)],
    all_frames: false,
  })
  expect(manifest.content_scripts[0]).not.toHaveProperty("world")
})

it("has at most 4096 bytes", () => {
  expect(Buffer.byteLength(gate)).toBeLessThanOrEqual(4096)
})

it("holds no library", () => {
  expect(gate).not.toMatch(/react|zustand|_zod|__esModule|Symbol\.for/i)
})

it("watches, times and fetches nothing, and posts to the extension's own pages alone", () => {
  const never = [
    "MutationObserver",
    "setInterval",
    "setTimeout",
    "fetch",
    "XMLHttpRequest",
    "eval",
    "Function",
    "postMessage",
  ]
  expect(globalsUsed(gate, never)).toEqual([])
  expect(gate).not.toMatch(/innerHTML|\.storage/)
  // One call, whose second argument is the origin that may read it.
  expect(gate.match(/\.postMessage\(\w+,\w+\)/g)).toHaveLength(1)
  expect(gate.match(/postMessage/g)).toHaveLength(1)
  expect(gate).toContain("`chrome-extension://${chrome.runtime.id}`")
})
