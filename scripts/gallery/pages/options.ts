/** The states of the options and of the first run. */
import { defaultPolicy } from "~src/domain/policy/presets"
import {
  admins,
  connectedSettings,
  connectedStatus,
  freshSettings,
  idleStatus,
  policyViewOf,
  storedData,
  traitMap,
} from "~src/ui/options/testing/samples"

import { never } from "../fake-worker"
import { type Answers, faults, type PageState } from "../page-state"

const idle = {
  ...connectedStatus.sync,
  phase: "idle",
  progress: null,
  text: "",
  accounts: 10_000,
  lastOkAt: "2026-11-23T09:28:00Z",
  setAside: { count: 0, reasons: [] },
}
const old = "2026-11-21T17:40:00Z"
const connected = {
  ...connectedStatus,
  sync: idle,
  vitally: { ...connectedStatus.vitally, okAt: "2026-11-23T09:28:00Z" },
}
const offline = {
  ...connected,
  online: false,
  vitally: {
    ...connected.vitally,
    state: "offline",
    text: "Offline: what is shown is the last known state",
    okAt: old,
  },
}
const refused = {
  ...connected,
  vitally: {
    ...connected.vitally,
    state: "needs-sign-in",
    text: faults.auth.title,
    fault: faults.auth,
    okAt: old,
  },
}

const counts = {
  presets: [
    {
      id: "default",
      name: "Default",
      tiers: [
        { name: "Strategic", count: 4 },
        { name: "Mid-Market", count: 61 },
      ],
      unknown: 12,
    },
    {
      id: "teams-2024",
      name: "Teams 2024",
      tiers: [
        { name: "SMB", count: 900 },
        { name: "Enterprise", count: 40 },
      ],
      unknown: 2,
    },
  ],
  best: "teams-2024",
}

const policy = policyViewOf(defaultPolicy)

const answersOf = (more: Answers): Answers => ({
  "settings.get": connectedSettings,
  "settings.set": connectedSettings,
  "status.get": connected,
  "vitally.admins": { admins, roles: ["Technical Advisor"] },
  "link.list": [],
  "data.get": storedData,
  "policy.get": policy,
  "policy.counts": counts,
  "traits.get": traitMap,
  "open.page": {},
  "diagnostics.get": { text: "Account Lens 0.1.0\nVitally: connected\n" },
  ...more,
})

const of = (
  page: "options" | "welcome",
  about: string,
  answers: Answers = {},
  more: Partial<PageState> = {},
): PageState => ({
  ...(page === "welcome" ? { page: "app", hash: page } : { page }),
  about,
  answers: answersOf(answers),
  ...more,
})

const fresh = { "settings.get": freshSettings, "status.get": idleStatus }
const form = { Subdomain: "acme", "API key": "sk_live_x" }
const connect = { fill: form, click: ["role=button[name='Connect']"] }
const first = {
  ...connectedStatus,
  sync: {
    ...connectedStatus.sync,
    accounts: 0,
    progress: null,
    text: "",
    setAside: { count: 0, reasons: [] },
  },
}
const mostLocked = [
  "vitally.subdomain",
  "vitally.region",
  "salesforce.myDomain",
  "salesforce.clientId",
  "policy",
]

export const optionsStates: Record<string, PageState> = {
  options: of("options", "Connected"),
  "options-fresh": of("options", "Nothing is connected", fresh),
  "options-agree": of("options", "Before the user agreed", {
    ...fresh,
    "settings.get": { ...freshSettings, consent: null },
  }),
  "options-connecting": of("options", "Connecting", { ...fresh, "vitally.connect": never }, connect),
  "options-wrong-key": of(
    "options",
    "A wrong key",
    {
      ...fresh,
      "vitally.connect": {
        connected: false,
        fault: faults.wrongKey,
      },
    },
    connect,
  ),
  "options-no-network": of(
    "options",
    "No network while connecting",
    { ...fresh, "vitally.connect": { connected: false, fault: faults.noNetwork } },
    connect,
  ),
  "options-first": of("options", "The first sync", { "status.get": first }),
  "options-offline": of("options", "Offline", { "status.get": offline }),
  "options-refused": of("options", "Vitally refuses the key", { "status.get": refused }),
  "options-locked": of("options", "An administrator's settings", {
    "settings.get": { ...connectedSettings, locked: [...mostLocked, "sync.backgroundShare"] },
    "policy.get": policyViewOf(defaultPolicy, {
      locked: true,
      leftOut: [{ path: "vitally.region", reason: "must be us or eu" }],
    }),
  }),
  "options-managed-fault": of("options", "An administrator's policy that cannot be used", {
    "policy.get": policyViewOf(defaultPolicy, {
      locked: true,
      fault: {
        reason: "The policy was refused; the last good one stays in force.",
        faults: [{ path: "contact.windows.0", reason: "must be a number of days" }],
      },
    }),
  }),
  "options-empty-data": of("options", "Nothing stored", {
    ...fresh,
    "data.get": { stores: [], bytes: null, lastSyncs: [] },
    "traits.get": { rows: [], catalogue: [] },
  }),
  "options-parts-failed": of("options", "Parts that do not answer", {
    "policy.get": faults.internal,
    "traits.get": faults.internal,
    "data.get": faults.internal,
    "link.list": faults.internal,
    "vitally.admins": faults.internal,
    "diagnostics.get": faults.internal,
  }),
  "options-loading": of("options", "Before the first answer", {
    "settings.get": never,
    "status.get": never,
    "policy.get": never,
  }),
  "options-failed": of("options", "The worker does not answer", {
    "settings.get": faults.silent,
    "status.get": faults.silent,
    "policy.get": faults.silent,
  }),
  welcome: of("welcome", "After the installation", fresh),
  "welcome-agree": of("welcome", "The first run, before the user agreed", {
    ...fresh,
    "settings.get": { ...freshSettings, consent: null },
  }),
  "welcome-wrong-key": of(
    "welcome",
    "A wrong key",
    { ...fresh, "vitally.connect": { connected: false, fault: faults.wrongKey } },
    connect,
  ),
  "welcome-who": of("welcome", "Connected, who am I", {
    "settings.get": { ...connectedSettings, me: null },
    "status.get": first,
  }),
  "welcome-first": of("welcome", "The first sync", { "status.get": connectedStatus }),
  "welcome-done": of("welcome", "All four steps done"),
  "welcome-offline": of("welcome", "Offline while reading", {
    "status.get": { ...first, online: false, vitally: offline.vitally },
  }),
  "welcome-refused": of("welcome", "Vitally refuses while reading", {
    "status.get": { ...first, vitally: refused.vitally },
  }),
  "welcome-tiers-failed": of("welcome", "The counts fail", { "policy.counts": faults.internal }),
  "welcome-loading": of("welcome", "Before the first answer", { "settings.get": never, "status.get": never }),
  "welcome-failed": of("welcome", "The worker does not answer", {
    "settings.get": faults.silent,
    "status.get": faults.silent,
  }),
}
