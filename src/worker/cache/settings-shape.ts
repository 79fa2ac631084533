/** Shape and defaults of the settings. Pages never parse: only the worker imports this. */
import * as z from "~src/schemas/zod"

import type { Settings } from "~src/messaging/views/settings"

const short = z.string(z.maxLength(200))
const day = z.string(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const timeOfDay = z.string(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
const section = z.enum(["tier", "health", "contact", "renewal", "actions", "tasks", "contacts", "more"])
const span = { from: day, to: day }

function isTimeZone(name: string): boolean {
  try {
    return name === "" || Boolean(new Intl.DateTimeFormat("en", { timeZone: name }))
  } catch {
    return false
  }
}

/** A leaf is a schema of its own: one that fails falls back alone and takes nothing with it. */
export type Shape<T> = {
  [K in keyof T]-?: z.Type<T[K]> | (T[K] extends object ? Shape<T[K]> : never)
}

export const settingsShape: Shape<Omit<Settings, "locked">> = {
  vitally: { region: z.enum(["us", "eu"]), subdomain: short, connected: z.boolean() },
  gateway: {
    url: z.string(z.maxLength(300)),
    issuer: z.string(z.maxLength(500)),
    clientId: z.string(z.maxLength(500)),
    scope: z.string(z.maxLength(500)),
    user: z.string(z.maxLength(300)),
    tier: z.enum(["", "read", "daily", "all"]),
  },
  readOnly: z.boolean(),
  salesforce: {
    mode: z.enum(["none", "oauth"]),
    myDomain: short,
    clientId: z.string(z.maxLength(500)),
    connected: z.boolean(),
  },
  looker: {
    ui: short,
    api: short,
    clientId: short,
    source: z.string(z.maxLength(2_000)),
    connected: z.boolean(),
  },
  me: z.nullable(z.object({ adminId: short, name: short, email: z.exactOptional(short), role: short })),
  timeZone: z.string(z.maxLength(200), z.refine(isTimeZone)),
  panel: {
    mode: z.enum(["page", "browser"]),
    order: z.array(section),
    hidden: z.array(section),
    keys: z.boolean(),
    open: z.record(short, z.boolean()),
    allTasks: z.boolean(),
  },
  appearance: { theme: z.enum(["system", "light", "dark"]), density: z.enum(["compact", "comfortable"]) },
  popup: { week: z.boolean(), lastSeenAt: short },
  badge: { counts: z.enum(["contacts", "tasks", "both", "off"]) },
  reminders: {
    digest: z.boolean(),
    digestAt: timeOfDay,
    bandDrop: z.boolean(),
    renewalPhase: z.boolean(),
    newAccount: z.boolean(),
    quietFrom: timeOfDay,
    quietTo: timeOfDay,
    absences: z.array(z.object(span), z.maxLength(200)),
  },
  covering: z.array(z.object({ adminId: short, name: short, ...span }), z.maxLength(50)),
  manager: z.boolean(),
  sync: { backgroundShare: z.number(z.gte(0.05), z.lte(1)) },
  touches: { alsoSalesforce: z.boolean() },
  firstRunDone: z.boolean(),
  consent: z.nullable(z.object({ version: z.number(z.int()), at: short })),
}

export const defaultSettings: Settings = {
  vitally: { region: "us", subdomain: "", connected: false },
  gateway: { url: "", issuer: "", clientId: "", scope: "", user: "", tier: "" },
  readOnly: false,
  salesforce: { mode: "none", myDomain: "", clientId: "", connected: false },
  looker: { ui: "", api: "", clientId: "", source: "", connected: false },
  me: null,
  timeZone: "",
  panel: {
    mode: "page",
    order: ["actions", "health", "contact", "renewal", "tasks", "contacts", "tier", "more"],
    hidden: [],
    keys: false,
    open: {},
    allTasks: false,
  },
  appearance: { theme: "system", density: "compact" },
  popup: { week: false, lastSeenAt: "" },
  badge: { counts: "contacts" },
  reminders: {
    digest: false,
    digestAt: "08:30",
    bandDrop: false,
    renewalPhase: false,
    newAccount: true,
    quietFrom: "18:00",
    quietTo: "08:00",
    absences: [],
  },
  covering: [],
  manager: false,
  sync: { backgroundShare: 0.3 },
  touches: { alsoSalesforce: false },
  firstRunDone: false,
  consent: null,
  locked: [],
}
