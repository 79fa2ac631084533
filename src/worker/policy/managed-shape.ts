/**
 * What an administrator may set by managed storage, and what each entry does. The browser's copy of the schema is
 * `assets/managed-schema.json`; a unit test compares the two. Keys and tokens are not taken: policy is readable.
 */
import * as z from "~src/schemas/zod"

import { normaliseMyDomain } from "~src/hosts/my-domain"
import type { DeepPartial, Settings } from "~src/messaging/views/settings"

/** One entry of managed storage as a change of the settings and the paths it locks. */
export interface ManagedEntry {
  read: (value: unknown) => { patch: DeepPartial<Settings>; locks: string[] } | null
  /** What a value must be, for the reason shown. */
  wants: string
}

/** A workspace's name as its address has it. */
const subdomain = z.string(z.trim(), z.toLowerCase(), z.regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/))
const clientId = z.string(z.trim(), z.regex(/^[\w.!-]{10,500}$/))

/** An https address and nothing after the host. */
const origin = z.string(z.trim(), z.regex(/^https:\/\/[a-z0-9.-]+(:\d+)?\/?$/i))
const issuer = z.string(z.trim(), z.regex(/^https:\/\/[^\s?#]{3,400}$/))
const gatewayClient = z.string(z.trim(), z.regex(/^[\x21-\x7e]{1,500}$/))

function entry<T>(
  schema: z.Type<T>,
  wants: string,
  path: string,
  patch: (value: T) => DeepPartial<Settings> | null,
): ManagedEntry {
  return {
    wants,
    read(value) {
      const read = z.safeParse(schema, value)
      const made = read.success ? patch(read.data) : null
      return made && { patch: made, locks: [path] }
    },
  }
}

export const managedEntries: Record<string, ManagedEntry> = {
  region: entry(z.enum(["us", "eu"]), "us or eu", "vitally.region", (region) => ({ vitally: { region } })),
  subdomain: entry(subdomain, "the workspace's subdomain, such as acme", "vitally.subdomain", (name) => ({
    vitally: { subdomain: name },
  })),
  salesforceDomain: entry(
    z.string(),
    "the org's host, such as acme.my.salesforce.com",
    "salesforce.myDomain",
    (text) => {
      const host = normaliseMyDomain(text)
      return host === null ? null : { salesforce: { myDomain: host } }
    },
  ),
  salesforceClientId: entry(
    clientId,
    "the consumer key of the External Client App",
    "salesforce.clientId",
    (value) => ({ salesforce: { clientId: value } }),
  ),
  gateway: entry(
    origin,
    "the gateway's address, such as https://lens.acme.example",
    "gateway.url",
    (url) => ({
      gateway: { url: new URL(url).origin },
    }),
  ),
  gatewayIssuer: entry(
    issuer,
    "the identity provider's issuer, such as https://acme.okta.com/oauth2/default",
    "gateway.issuer",
    (value) => ({ gateway: { issuer: value } }),
  ),
  gatewayClientId: entry(
    gatewayClient,
    "the client ID of the app that people sign in with",
    "gateway.clientId",
    (value) => ({ gateway: { clientId: value } }),
  ),
  gatewayScope: entry(
    z.string(z.trim(), z.regex(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/)),
    "scopes with blanks between them, such as api://1234/access",
    "gateway.scope",
    (scope) => ({ gateway: { scope } }),
  ),
  readOnly: entry(z.boolean(), "true or false", "readOnly", (readOnly) => ({ readOnly })),
  // The version of the text that the company agreed to for its people; a newer text asks them again.
  consentVersion: entry(
    z.number(z.int()),
    "the version of the privacy text that your company agreed to, a whole number",
    "consent",
    (version) => ({ consent: { version, at: "" } }),
  ),
  // In per cent, as the settings page shows it.
  backgroundPercent: entry(
    z.number(z.gte(5), z.lte(100)),
    "a number of per cent from 5 to 100",
    "sync.backgroundShare",
    (percent) => ({ sync: { backgroundShare: percent / 100 } }),
  ),
}

/** Parts that an administrator can switch off, by name; `true` leaves the choice to the user. */
export const managedFeatures: Record<string, { patch: DeepPartial<Settings>; locks: string[] }> = {
  salesforce: {
    patch: { salesforce: { mode: "none", connected: false } },
    locks: ["salesforce.mode", "salesforce.connected"],
  },
  pagePanel: { patch: { panel: { mode: "browser" } }, locks: ["panel.mode"] },
  badge: { patch: { badge: { counts: "off" } }, locks: ["badge.counts"] },
  reminders: {
    patch: { reminders: { digest: false, bandDrop: false, renewalPhase: false, newAccount: false } },
    locks: ["reminders.digest", "reminders.bandDrop", "reminders.renewalPhase", "reminders.newAccount"],
  },
  logToSalesforce: { patch: { touches: { alsoSalesforce: false } }, locks: ["touches.alsoSalesforce"] },
  singleKeys: { patch: { panel: { keys: false } }, locks: ["panel.keys"] },
}
