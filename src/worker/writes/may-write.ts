/** Whether a write may be made at all, and why not: said before anything is stored. */
import type { Fault } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"

import type { WriteKind } from "./payloads"

/** Why nothing, or not this, may be written; undefined if it may. */
export function whyNotWrite(
  { readOnly, gateway, vitally }: Pick<Settings, "readOnly" | "gateway" | "vitally">,
  write?: { kind: WriteKind; target: "vitally" | "salesforce" },
): Fault | undefined {
  if (readOnly) return readOnlyFault
  if (gateway.url === "" || !vitally.connected || write?.target === "salesforce") return undefined
  if (gateway.tier === "read" || gateway.tier === "") return readTier
  return gateway.tier === "daily" && write?.kind === "project.start" ? noProjects : undefined
}

const readOnlyFault: Fault = {
  code: "not-allowed",
  title: "Account Lens is set to read only.",
  detail: "Nothing is written to Vitally or Salesforce from here.",
  next: "Switch it off in the options, or ask your administrator.",
}

const readTier: Fault = {
  code: "not-allowed",
  title: "You may only look.",
  detail: "Your group at the team gateway may read customers, and change nothing.",
  next: "Ask the gateway's administrator, or do it in Vitally.",
}

const noProjects: Fault = {
  code: "not-allowed",
  title: "You may not start projects.",
  detail: "Your group at the team gateway may do daily work: tasks, notes, touches and traits.",
  next: "Ask the gateway's administrator, or start it in Vitally.",
}
