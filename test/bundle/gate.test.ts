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

it("watches, times, fetches and posts nothing", () => {
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
  expect(gate).not.toMatch(/innerHTML|\.postMessage|\.storage/)
})
