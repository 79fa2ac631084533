import { describe, expect, it } from "vitest"

import { senderOf } from "./sender-kind"

const id = "abcdefghijklmnopabcdefghijklmnop"
const origin = `chrome-extension://${id}`
const own = { id, origin }
const page = "https://acme.vitally.io/accounts/11111111-2222-4333-8444-555555555555"
const tab = { id: 7, windowId: 3, url: page } as chrome.tabs.Tab
type From = chrome.runtime.MessageSender
const of = (sender: From) => senderOf(sender, own)?.kind ?? null

const gate: From = {
  id,
  origin: "https://acme.vitally.io",
  url: "https://acme.vitally.io/hubs/old",
  tab,
  frameId: 0,
  documentId: "D1",
  documentLifecycle: "active",
}
const frame: From = {
  id,
  origin,
  url: `${origin}/sidepanel.html#abc`,
  tab,
  frameId: 4,
  documentId: "F1",
  documentLifecycle: "active",
}

const withoutDocument = { ...gate }
delete withoutDocument.documentId

describe("kind of sender", () => {
  it("knows the gate by the tab's address, not by its own stale one", () => {
    expect(senderOf(gate, own)).toEqual({ kind: "gate", tabId: 7, windowId: 3, documentId: "D1", url: page })
  })
  it("knows the frame, and takes nothing from its address", () => {
    expect(senderOf(frame, own)).toEqual({
      kind: "frame",
      tabId: 7,
      windowId: 3,
      documentId: frame.documentId,
      url: page,
    })
  })
  it("knows the native side panel and user pages, in a tab or not", () => {
    expect(of({ id, origin, url: `${origin}/sidepanel.html` })).toBe("sidepanel")
    expect(of({ id, origin, url: `${origin}/popup.html` })).toBe("page")
    expect(of({ id, origin, url: `${origin}/tabs/app.html`, tab, frameId: 0 })).toBe("page")
  })
  it("knows a frame that is going where that is asked for, and no cached one even so", () => {
    const kind = (documentLifecycle: chrome.extensionTypes.DocumentLifecycle) =>
      senderOf({ ...frame, documentLifecycle }, own, { going: true })?.kind ?? null
    expect([kind("pending_deletion"), kind("cached"), kind("prerender")]).toEqual(["frame", null, null])
  })
  it.each<[string, From]>([
    ["another extension", { ...gate, id: "ponmlkjihgfedcbaponmlkjihgfedcba" }],
    ["no id", { origin, url: `${origin}/popup.html` }],
    ["no address", { id, origin }],
    [
      "the panel's page at the top of a tab",
      { id, origin, url: `${origin}/sidepanel.html`, tab, frameId: 0 },
    ],
    ["a frame of the host page", { ...gate, frameId: 2 }],
    ["a content script that is prerendering", { ...gate, documentLifecycle: "prerender" }],
    ["a cached document", { ...gate, documentLifecycle: "cached" }],
    ["a cached frame", { ...frame, documentLifecycle: "cached" }],
    ["a frame that is going", { ...frame, documentLifecycle: "pending_deletion" }],
    ["a script of a foreign page", { ...gate, origin: "https://evil.example", url: "https://evil.example/" }],
    ["an opaque origin", { ...gate, origin: "null" }],
    [
      "a document left behind by its tab",
      { ...gate, tab: { ...tab, url: "https://other.vitally.io/accounts/1" } },
    ],
    [
      "a look-alike host",
      {
        ...gate,
        origin: "https://acme.vitally.io.evil.example",
        url: "https://acme.vitally.io.evil.example/",
      },
    ],
    ["a gate without a document", withoutDocument],
    ["our options in a frame", { ...frame, url: `${origin}/options.html` }],
    ["our panel framed by a foreign page", { ...frame, tab: { ...tab, url: "https://evil.example/" } }],
    ["another origin with our panel's address", { ...frame, origin: "https://acme.vitally.io" }],
    ["our origin claimed from a host page", { ...gate, origin }],
    ["the worker or an asset", { id, origin, url: `${origin}/background.js` }],
    ["a sandboxed page of ours", { id, origin: "null", url: `${origin}/popup.html` }],
  ])("is nobody: %s", (_name, sender) => {
    expect(of(sender)).toBeNull()
  })
})
