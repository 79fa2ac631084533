import { readSalesforceHost } from "~src/hosts/salesforce-host"
import type { SalesforceObject, SalesforceRef } from "~src/hosts/page-ref"
import { objectOfId, toId18 } from "~src/hosts/salesforce-id"

interface RecordId {
  object: SalesforceObject
  id18: string
}

/** A record by its id, or null. The id's prefix says which object it is; a name in the address adds nothing. */
function record(id = ""): RecordId | null {
  const id18 = toId18(id)
  const object = objectOfId(id)
  return id18 === null || object === null ? null : { object, id18 }
}

/**
 * Reads `/lightning/r/Account/<id>/view`, `/lightning/r/<id>/view` and related lists, by position: an object's name can
 * look like an id (`OpportunityLineItem` is longer than one).
 */
function lightningRecord(path: string): RecordId | null {
  const [, app, r, first, second] = path.split("/")
  return app === "lightning" && r === "r" ? (record(first) ?? record(second)) : null
}

/** `/one/one.app#/sObject/<id>/view`. */
function oldLightningRecord(url: URL): RecordId | null {
  if (url.pathname !== "/one/one.app") return null
  const [, kind, id] = url.hash.slice(1).split(/[/?]/)
  return kind === "sObject" ? record(id) : null
}

/** `/<id>`, or `/<id>/e` while it is edited. */
function classicRecord(path: string): RecordId | null {
  return record(/^\/([^/]+)(?:\/e?)?$/.exec(path)?.[1])
}

/** The console's workspace tab, which the tab in focus hangs under. */
function workspaceRecord(url: URL): RecordId | null {
  const ws = url.searchParams.get("ws")
  return ws === null ? null : lightningRecord(ws.replace(/[?#].*$/, ""))
}

/** Reads the record a Salesforce page shows; null on lists, home, setup, other objects and other hosts. */
export function parseSalesforcePage(url: URL): SalesforceRef | null {
  const host = readSalesforceHost(url.hostname)
  if (host === null) return null
  const focused =
    host.ui === "classic"
      ? classicRecord(url.pathname)
      : (lightningRecord(url.pathname) ?? oldLightningRecord(url))
  const workspace = host.ui === "classic" ? null : workspaceRecord(url)
  const fromWorkspace =
    workspace !== null &&
    focused?.object !== "Account" &&
    (focused === null || workspace.object === "Account")
  const found = fromWorkspace ? workspace : focused
  if (found === null) return null
  return {
    site: "salesforce",
    host: url.hostname,
    key: `salesforce:${host.apiHost}:${found.id18}`,
    apiHost: host.apiHost,
    ...found,
    ...(fromWorkspace ? { console: true } : {}),
  }
}
