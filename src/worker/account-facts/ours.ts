import type { Ours } from "../evidence/people"

import type { FactsContext } from "./context"

/** Our own people, as evidence is judged by. @param users ids and addresses of the customer's people, where they were read. */
export function oursOf({ admins, ourDomains }: FactsContext, users?: ReadonlySet<string>): Ours {
  return { admins, domains: ourDomains ?? new Set(), users }
}
