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
 * look like an id (`OpportunityLineItem` is longer than one). An org's own object is known by its name alone.
 */
function lightningRecord(path: string): RecordId | null {
  const [, app, r, first = "", second = ""] = path.split("/")
  if (app !== "lightning" || r !== "r") return null
  return record(first) ?? record(second) ?? customRecord(first, second)
}

function customRecord(name: string, id: string): RecordId | null {
  const id18 = toId18(id)
  return id18 !== null && /^\w+__c$/.test(name) ? { object: name as SalesforceObject, id18 } : null
}

/** `/one/one.app#/sObject/<id>/view`, `#/alohaRedirect/<id>`, or `#` and a component's address as base64. */
function oldLightningRecord({ pathname, hash }: URL): RecordId | null {
  if (pathname !== "/one/one.app") return null
  const [, kind = "", id] = hash.slice(1).split(/[/?]/)
  return kind === "sObject" || kind === "alohaRedirect" ? record(id) : record(encodedId(hash.slice(1)))
}

/** The record in `{"componentDef": …, "attributes": {"recordId": …}}`. */
function encodedId(hash: string): string | undefined {
  try {
    const page = JSON.parse(atob(decodeURIComponent(hash))) as { attributes?: { recordId?: unknown } } | null
    const id = page?.attributes?.recordId
    return typeof id === "string" ? id : undefined
  } catch {
    return undefined
  }
}

/** `/<id>`, or `/<id>/e` while it is edited. */
function classicRecord(path: string): RecordId | null {
  return record(/^\/([^/]+)(?:\/e?)?$/.exec(path)?.[1])
}

/** The old console: `/console#%2F<id>`. */
function consoleRecord({ pathname, hash }: URL): RecordId | null {
  return pathname === "/console" ? record(/^#(?:%2F|\/)([0-9A-Za-z]+)/.exec(hash)?.[1]) : null
}

/** The record that a dialog lies over: a quick action names it, and every dialog the page behind. */
function dialogRecord({ pathname, searchParams }: URL): RecordId | null {
  if (!/^\/lightning\/(o\/\w+\/new|action\/quick\/|r\/)/.test(pathname)) return null
  return (
    record(searchParams.get("recordId") ?? "") ??
    pathRecord(searchParams.get("backgroundContext")) ??
    record(encodedId(searchParams.get("inContextOfRef")?.replace(/^1\./, "") ?? ""))
  )
}

/** The record of a path that another address carries, such as the console's workspace tab. */
function pathRecord(path: string | null): RecordId | null {
  return path === null ? null : lightningRecord(path.replace(/[?#].*$/, ""))
}

/** Reads the record a Salesforce page shows; null on lists, home, setup, other objects and other hosts. */
export function parseSalesforcePage(url: URL): SalesforceRef | null {
  const host = readSalesforceHost(url.hostname)
  if (host === null) return null
  const isClassic = host.ui === "classic"
  const focused = isClassic
    ? (classicRecord(url.pathname) ?? consoleRecord(url))
    : (lightningRecord(url.pathname) ?? oldLightningRecord(url) ?? consoleRecord(url))
  const behind = isClassic ? [] : [dialogRecord(url), pathRecord(url.searchParams.get("ws"))]
  const account = behind.find((one) => one?.object === "Account")
  const found = focused?.object === "Account" ? focused : (account ?? focused ?? behind.find(Boolean))
  if (!found) return null
  return {
    site: "salesforce",
    host: url.hostname,
    key: `salesforce:${host.apiHost}:${found.id18}`,
    apiHost: host.apiHost,
    ...found,
    ...(found === focused ? {} : { console: true }),
  }
}
