/** Imported first by the panel: in a host page its questions are known before React and the page's own code are read. */
import { askAhead } from "~src/messaging/client"

import { isAllowedAround, isFramed } from "./frame-place"

if (isFramed() && isAllowedAround([...window.location.ancestorOrigins])) {
  askAhead("panel.get", { nonce: window.location.hash.slice(1) })
  askAhead("settings.get", {})
}
