/** Usage from files and from Looker. */
import * as z from "~src/schemas/zod"

import type { ColumnMap } from "~src/domain/usage/columns"
import type { UsageDay } from "~src/domain/usage/usage-day"
import type { UsageImportView } from "../views/account"
import type { Fault } from "../views/status"
import type { LookerState } from "../views/usage"
import { type Nothing, answers, pages, panels } from "./method"
import { ofAccount, columns, host, id, line, usageRow, nothing, prose } from "./shapes"

export const usageMethods = {
  /** Days with numbers of use, oldest first, at most 13 weeks. */
  "usage.get": answers<{ days: UsageDay[] }>()({ from: panels, request: ofAccount, reads: true }),
  /** Usage from files, by parts of at most 5,000 rows; `columns` is remembered. */
  "usage.add": answers<{ stored: number; unmatched: Record<string, number> }>()({
    from: pages,
    request: z.object({ importId: id, name: line, columns, rows: z.array(usageRow, z.maxLength(5_000)) }),
    slow: true,
  }),
  "usage.imports": answers<{ imports: UsageImportView[]; columns: ColumnMap }>()({
    from: pages,
    request: nothing,
  }),
  "usage.link": answers<Nothing>()({ from: pages, request: z.object({ account: line, accountId: id }) }),
  "usage.undo": answers<{ customers: number }>()({
    from: pages,
    request: z.object({ importId: id }),
    slow: true,
  }),
  "looker.get": answers<LookerState>()({ from: pages, request: nothing }),
  /** `source`: a look's number or address, or a query's address; `api` empty: the same host. */
  "looker.signIn": answers<{ signedIn: true } | { signedIn: false; fault: Fault }>()({
    from: pages,
    request: z.object({ ui: host, api: host, clientId: line, source: prose }),
    slow: true,
  }),
  "looker.signOut": answers<Nothing>()({ from: pages, request: nothing, slow: true }),
  /** Reads it now; `looker.get` says what came of it. */
  "looker.read": answers<Nothing>()({ from: pages, request: nothing }),
}
