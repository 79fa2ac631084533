import type { PlasmoCSConfig } from "plasmo"
import { startGate } from "~src/gate/gate"
import { chromeGateLink } from "~src/platform/gate-link"

/** Plasmo reads this without running it: literals only. A unit test compares it with the table of hosts. */
export const config: PlasmoCSConfig = {
  matches: [
    "https://*.vitally.io/*",
    "https://*.vitally-eu.io/*",
    "https://*.lightning.force.com/*",
    "https://*.my.salesforce.com/*",
  ],
  exclude_matches: [
    "https://www.vitally.io/*",
    "https://docs.vitally.io/*",
    "https://login.vitally.io/*",
    "https://cdn.vitally.io/*",
    "https://api.vitally.io/*",
    "https://*.rest.vitally.io/*",
    "https://mcp.vitally.io/*",
    "https://help.vitally.io/*",
    "https://status.vitally.io/*",
    "https://support.vitally.io/*",
    "https://blog.vitally.io/*",
    "https://trust.vitally.io/*",
    "https://community.vitally.io/*",
    "https://www.vitally-eu.io/*",
    "https://docs.vitally-eu.io/*",
    "https://login.vitally-eu.io/*",
    "https://cdn.vitally-eu.io/*",
    "https://api.vitally-eu.io/*",
    "https://*.rest.vitally-eu.io/*",
    "https://mcp.vitally-eu.io/*",
    "https://help.vitally-eu.io/*",
    "https://status.vitally-eu.io/*",
    "https://support.vitally-eu.io/*",
    "https://blog.vitally-eu.io/*",
    "https://trust.vitally-eu.io/*",
    "https://community.vitally-eu.io/*",
    "https://*.my.salesforce.com/services/*",
    "https://*.my.salesforce.com/secur/*",
  ],
  all_frames: false,
  run_at: "document_end",
}

/** One gate a page, also where the script is injected twice. An element of the page with this id is not `true`. */
const { prerendering } = document as Document & { prerendering?: boolean }
const world = globalThis as { gate?: unknown }

function start() {
  if (world.gate === true) return
  world.gate = true
  startGate(chromeGateLink())
}

if (prerendering) document.addEventListener("prerenderingchange", start, { once: true })
else start()
