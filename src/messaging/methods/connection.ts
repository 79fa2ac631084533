/** Consent, connections and sync. */
import * as z from "~src/schemas/zod"

import type { Admin, CheckRow } from "../views/options"
import type { GatewayTier } from "../views/settings"
import type { DoctorRow, Fault, Status } from "../views/status"
import { type Nothing, answers, pages } from "./method"
import { host, prose, nothing, id, maybe, line, service } from "./shapes"

export const connectionMethods = {
  /** The user agrees to this version of the text. */
  "consent.give": answers<Nothing>()({ from: pages, request: z.object({ version: z.number(z.int()) }) }),
  /** Disconnects both services, and asks again before anything is read. */
  "consent.withdraw": answers<Nothing>()({ from: pages, request: z.object({ deleteData: z.boolean() }) }),
  "vitally.connect": answers<{ connected: true; admins: Admin[] } | { connected: false; fault: Fault }>()({
    from: pages,
    request: z.object({ region: z.enum(["us", "eu"]), subdomain: host, apiKey: prose }),
    slow: true,
  }),
  "vitally.disconnect": answers<Nothing>()({ from: pages, request: z.object({ deleteCache: z.boolean() }) }),
  "vitally.admins": answers<{ admins: Admin[]; roles: string[] }>()({ from: pages, request: nothing }),
  "me.set": answers<Nothing>()({ from: pages, request: z.object({ adminId: id, role: maybe(line) }) }),
  "salesforce.signIn": answers<
    { signedIn: true; user: string } | { signedIn: false; fault: Fault; otherDomain?: string }
  >()({ from: pages, request: z.object({ myDomain: host, clientId: line }), slow: true }),
  "salesforce.signOut": answers<Nothing>()({ from: pages, request: nothing, slow: true }),
  /** With a team gateway: sign in at the company's provider. `user`: as it names the person. */
  "gateway.signIn": answers<
    { signedIn: true; user: string; tier: GatewayTier } | { signedIn: false; fault: Fault }
  >()({
    from: pages,
    request: z.object({
      url: host,
      issuer: line,
      clientId: line,
      region: z.enum(["us", "eu"]),
      subdomain: host,
    }),
    slow: true,
  }),
  "gateway.signOut": answers<Nothing>()({ from: pages, request: nothing, slow: true }),
  /** Why a service does not answer, check by check. */
  "connection.check": answers<{ rows: DoctorRow[] }>()({ from: pages, request: z.object({}) }),
  "service.test": answers<Status>()({ from: pages, request: z.object({ service }), slow: true }),
  /** The user's word on what is missing at Vitally: it may be removed here, or it is to be kept. */
  "missing.decide": answers<Nothing>()({ from: pages, request: z.object({ remove: z.boolean() }) }),
  "sync.now": answers<Nothing>()({ from: pages, request: z.object({ full: maybe(z.boolean()) }) }),
  /** Step by step, from 0 to `steps` - 1: the page shows how far it is, and stops by not asking on. */
  "workspace.check": answers<{ rows: CheckRow[]; steps: number }>()({
    from: pages,
    request: z.object({ step: z.number() }),
    slow: true,
  }),
}
