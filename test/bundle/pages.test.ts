import { describe, expect, it } from "vitest"

import { pages, readBuilt, scriptsOf, worker } from "./built"
import { globalsUsed, usesExtensionStorage } from "./globals"

/** Words that only the worker's parts hold. */
const clients = ["RateLimit-Reset", "Sforce-Call-Options", "/services/data", "/services/oauth2"]

/** Globals that no page may touch: calls, stores, code made of text. */
const never = [
  ...["fetch", "XMLHttpRequest", "WebSocket", "EventSource"],
  ...["indexedDB", "localStorage", "sessionStorage", "caches"],
  ...["eval", "Function"],
]

describe.each(pages)("%s", (page) => {
  const code = scriptsOf(page)

  it("neither fetches nor stores, and makes no code of text", () => {
    expect(globalsUsed(code, never)).toEqual([])
    expect(usesExtensionStorage(code)).toBe(false)
  })

  it("holds no client, no database and no schema", () => {
    for (const word of [...clients, "_zod", "objectStoreNames"]) expect(code.includes(word), word).toBe(false)
  })

  it("has no inline script and no inline style", () => {
    const html = readBuilt(page)
    expect(html).toMatch(/<script src="[^"]+"[^>]*><\/script>/)
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\son\w+=|\sstyle=/i)
    expect(html).not.toMatch(/https?:/)
  })
})

it("knows these words from the worker, which holds them", () => {
  for (const word of [...clients, "_zod"]) expect(worker.includes(word), word).toBe(true)
  expect(globalsUsed(worker, ["fetch", "indexedDB"])).toEqual(["fetch", "indexedDB"])
  expect(usesExtensionStorage(worker)).toBe(true)
})
