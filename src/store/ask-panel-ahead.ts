/** Imported first by the panel: in a host page its questions are known before React and the page's own code are read. */
import { ask, askAhead } from "~src/messaging/client"

import { isAllowedAround, isFramed } from "./frame-place"

/**
 * The gate hands this document its token, in a message that only a page of ours can read. The questions wait at the worker
 * until the token is shown there. A token that a page made up is refused.
 */
function showToken({ source, data }: MessageEvent) {
  if (source !== window.parent || typeof data !== "string" || data.length > 100) return
  void ask("panel.claim", { token: data }).catch(() => undefined)
}

// Only right inside the page that the tab shows.
if (isFramed() && window.parent === window.top && isAllowedAround([...window.location.ancestorOrigins])) {
  window.addEventListener("message", showToken)
  askAhead("panel.get", {})
  askAhead("settings.get", {})
}
