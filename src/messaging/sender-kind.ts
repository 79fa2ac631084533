/**
 * Who sent a message, read off what Chrome says of the sender; nothing the message itself says counts.
 * No exact origin, no kind, no answer.
 */
import { isAppHost } from "~src/hosts/page"
import type { MessageSender } from "~src/platform/runtime"

import type { Sender } from "./sender"

export interface Own {
  /** The extension's id. */
  id: string
  /** `chrome-extension://<id>`. */
  origin: string
}

const panelPage = "/sidepanel.html"

/**
 * Null for anyone else: another extension, a page in a frame of ours, a document that is not on screen; one that is just
 * being taken away counts where `going`.
 */
export function senderOf(sender: MessageSender, own: Own, { going = false } = {}): Sender | null {
  if (sender.id !== own.id || sender.url === undefined) return null
  const { documentLifecycle = "active" } = sender
  // A page that is cached, prerendered or about to go must not name or change anything.
  if (documentLifecycle !== "active" && !(going && documentLifecycle === "pending_deletion")) return null
  const url = URL.parse(sender.url)
  if (!url) return null
  if (sender.origin === own.origin && `${url.protocol}//${url.host}` === own.origin)
    return ownPage(sender, url)
  return gate(sender, url)
}

function ownPage(sender: MessageSender, url: URL): Sender | null {
  const { tab, frameId = 0 } = sender
  if (frameId > 0) {
    if (url.pathname !== panelPage || tab?.id === undefined) return null
    if (tab.url === undefined || !isAppHost(tab.url) || sender.documentId === undefined) return null
    return {
      kind: "frame",
      tabId: tab.id,
      windowId: tab.windowId,
      documentId: sender.documentId,
      url: tab.url,
    }
  }
  // The one page that host pages can reach. At the top of a tab it is nobody's: a page may have opened it.
  if (url.pathname === panelPage) return tab ? null : { kind: "sidepanel" }
  if (!url.pathname.endsWith(".html")) return null
  return {
    kind: "page",
    path: url.pathname,
    ...(tab?.id !== undefined && { tabId: tab.id, windowId: tab.windowId }),
  }
}

/** A content script of ours: it carries our id, and the origin of the page it runs in. */
function gate(sender: MessageSender, url: URL): Sender | null {
  const { tab, frameId, documentId, documentLifecycle } = sender
  if (url.protocol !== "https:" || sender.origin !== url.origin) return null
  if (frameId !== 0 || tab?.id === undefined || tab.url === undefined) return null
  if (documentId === undefined || documentLifecycle !== "active") return null
  // After pushState `sender.url` is stale and `tab.url` is right; after a real navigation they differ in origin.
  if (URL.parse(tab.url)?.origin !== url.origin || !isAppHost(tab.url)) return null
  return { kind: "gate", tabId: tab.id, windowId: tab.windowId, documentId, url: tab.url }
}
