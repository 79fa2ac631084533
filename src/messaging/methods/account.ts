/** One customer. */

import type { AccountSummary } from "~src/domain/assessment"
import type { CallBrief } from "../views/account"
import { answers, pages, panels } from "./method"
import { ofAccount } from "./shapes"

export const accountMethods = {
  "account.refresh": answers<{ started: boolean }>()({ from: panels, request: ofAccount, reads: true }),
  "account.brief": answers<CallBrief>()({ from: panels, request: ofAccount, reads: true }),
  "summary.get": answers<AccountSummary | null>()({ from: pages, request: ofAccount }),
}
