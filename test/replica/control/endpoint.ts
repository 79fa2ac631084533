import { type Exchange, json, readObject, type Reply } from "../http/exchange"
import type { Control } from "./control"

/** Verbs that `POST /__control` takes: `{"verb": "fault", "args": [{...}]}`. */
const verbs = [
  "reset",
  "fault",
  "clearFaults",
  "setRateLimit",
  "setLatency",
  "setNow",
  "expireCursors",
  "setPageSize",
  "setHealthShape",
  "setApiKeys",
  "updateAccount",
  "addAccount",
  "churnAccount",
  "deleteAccount",
  "addMessage",
  "accountRow",
  "taskRow",
  "signInAs",
  "consent",
  "setOAuthError",
  "issueToken",
  "issueRefreshToken",
  "expireSessions",
  "revokeAll",
  "hideField",
  "showField",
  "hideObject",
  "showObject",
  "showAll",
  "forbid",
  "setDescribes",
  "setWording",
  "refuse",
  "clearRefusals",
  "setTaskStatuses",
  "addValidationRule",
  "clearValidationRules",
  "requireField",
  "setLabels",
  "addRecord",
  "mergeAccounts",
  "renameMyDomain",
  "setApiUsage",
  "setTrouble",
  "setVersions",
  "updateRecord",
  "deleteRecord",
  "count",
  "clearLog",
] as const
const values = ["requests", "counts", "applied", "deletes", "queries"] as const

/** The control by HTTP, for tests that run in another process. */
export function controlEndpoint(control: Control, exchange: Exchange): Reply {
  const body = readObject(exchange)
  const verb = body?.["verb"]
  const value = values.find((name) => name === verb)
  if (value) return json(200, { result: control[value] })
  const name = verbs.find((known) => known === verb)
  if (!name) return json(400, { error: `unknown verb; known: ${[...verbs, ...values].join(", ")}` })
  const args = Array.isArray(body?.["args"]) ? (body["args"] as unknown[]) : []
  try {
    const call = control[name].bind(control) as (...given: unknown[]) => unknown
    return json(200, { result: call(...args) ?? null })
  } catch (error) {
    return json(400, { error: error instanceof Error ? error.message : "failed" })
  }
}
