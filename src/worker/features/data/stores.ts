/** What the database keeps, in words. */
import type { StoreNames } from "idb"

import type { LensSchema } from "~src/worker/cache/rows"

type Store = StoreNames<LensSchema>

export const storeLabels: Readonly<Record<Store, string>> = {
  accounts: "Accounts",
  organizations: "Organizations",
  tasks: "Tasks",
  touches: "Contacts made",
  contacts: "People at customers",
  projects: "Projects",
  details: "Meetings, scores, what Salesforce said",
  summaries: "Summaries for lists and the badge",
  history: "Health changes seen",
  outbox: "Changes not sent yet, or refused",
  links: "Pages linked by hand",
  care: "What you did with recommendations and said of touches",
  meta: "Sync notes, field catalogue, names of colleagues",
}
