/** A worker's answers for tests of the settings pages. */
import type { Policy } from "~src/domain/policy/policy"
import { diffPolicy } from "~src/domain/policy/diff"
import { presetOf, presets } from "~src/domain/policy/presets"
import { consentVersion } from "~src/messaging/consent"
import type { ReplyOf, Status } from "~src/messaging/contract"
import type { Admin, DataView, PolicyView } from "~src/messaging/views/options"
import type { Settings } from "~src/messaging/views/settings"
import { defaultSettings } from "~src/worker/cache/settings-shape"

export const admins: Admin[] = [
  { id: "a-2", name: "Grace Hopper", email: "grace@example.com", active: true },
  { id: "a-1", name: "Ada Moss", email: "ada@example.com", active: true },
  { id: "a-3", name: "Former Colleague", active: false },
]

export const freshSettings: Settings = {
  ...defaultSettings,
  consent: { version: consentVersion, at: "2026-11-01T09:00:00.000Z" },
}

export const connectedSettings: Settings = {
  ...freshSettings,
  vitally: { region: "us", subdomain: "acme", connected: true },
  me: { adminId: "a-1", name: "Ada Moss", role: "" },
}

export const idleStatus: Status = {
  vitally: { service: "vitally", state: "not-connected", text: "Not connected." },
  salesforce: { service: "salesforce", state: "not-connected", text: "Not connected." },
  sync: {
    phase: "idle",
    progress: null,
    text: "",
    accounts: 0,
    tasks: 0,
    setAside: { count: 0, reasons: [] },
  },
  me: null,
  badge: { text: "", title: "" },
  firstRunDone: false,
  online: true,
}

export const connectedStatus: Status = {
  ...idleStatus,
  vitally: {
    service: "vitally",
    state: "connected",
    text: "Connected to acme (United States) as Ada Moss.",
    quota: "120 of 1,000 requests used this minute.",
  },
  sync: {
    phase: "first",
    progress: 0.32,
    text: "3,200 of about 10,000 accounts",
    accounts: 3200,
    tasks: 0,
    setAside: { count: 2, reasons: [{ reason: "no id", count: 2 }] },
  },
  me: { adminId: "a-1", name: "Ada Moss" },
}

export const storedData: DataView = {
  stores: [
    { name: "Accounts", rows: 10_000 },
    { name: "Tasks", rows: 20_000 },
  ],
  bytes: 48 * 1024 * 1024,
  lastSyncs: [{ what: "Vitally", at: "2026-11-23T09:12:00Z", text: "10,000 accounts." }],
}

/** As the worker shows a policy that is in force. */
export function policyViewOf(policy: Policy, managed: PolicyView["managed"] = { locked: false }): PolicyView {
  return {
    policy,
    preset: policy.preset,
    presets: Object.entries(presets).map(([id, { name }]) => ({ id, name, about: `About ${name}.` })),
    diff: diffPolicy(policy, presetOf(policy)).map(({ path, before, after }) => ({
      path,
      from: before,
      to: after,
    })),
    managed,
  }
}

export const traitMap: ReplyOf<"traits.get"> = {
  rows: [
    {
      fact: "mauOverSeats",
      label: "MAU / seats",
      traitKey: "vitally.custom.mauSeats",
      traitLabel: "Last Month Mau Over Seats",
      how: "label",
      samples: ["0.62", "0.81"],
      filled: 9_700,
      total: 10_000,
    },
    { fact: "seats", label: "Seats", traitKey: "", how: "none", samples: [], filled: 0, total: 10_000 },
  ],
  catalogue: [
    { key: "vitally.custom.mauSeats", label: "Last Month Mau Over Seats" },
    { key: "sfdc.Seats__c", label: "Licensed users" },
  ],
}
