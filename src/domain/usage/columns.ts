/** Which column of a file is which fact: guessed by name, as its headings or Looker's `view.field` say it, and corrected by the user. */
import { type UsageFact, usageFacts, usageFeatures } from "./usage-day"

/** What a column can be. `account`: an id or the name by which the customer is found. */
export type ColumnUse = "account" | "on" | "team" | "version" | UsageFact

export const columnUses: readonly ColumnUse[] = [
  "account",
  "on",
  "dau",
  "wau",
  "mau",
  "seats",
  "mauOverSeats",
  "dauOverMau",
  "version",
  "versionsBehind",
  ...usageFeatures,
  "team",
]

/** Per use the column's heading; absent: the file has none. */
export type ColumnMap = Partial<Record<ColumnUse, string>>

/** Best first; compared without case, blanks and punctuation. An id finds the customer more surely than a name. */
const names: Record<ColumnUse, string[]> = {
  account: [
    "salesforceid",
    "salesforceaccountid",
    "sfdcaccountid",
    "sfdcid",
    "vitallyid",
    "vitallyaccountid",
    "externalid",
    "accountid",
    "customerid",
    "account",
    "accountname",
    "customer",
    "customername",
    "name",
  ],
  on: [
    "week",
    "weekstart",
    "weekof",
    "asof",
    "date",
    "day",
    "dateweek",
    "eventweek",
    "eventdate",
    "createdweek",
  ],
  dau: ["dau", "dailyactiveusers", "avgdau", "averagedau"],
  wau: ["wau", "weeklyactiveusers", "activeusersweekly"],
  mau: ["mau", "monthlyactiveusers", "activeusersmonthly", "activeusers30d"],
  seats: ["seats", "licensedseats", "contractseats", "totalseats", "licencedseats", "purchasedseats"],
  mauOverSeats: ["mauoverseats", "mauseats", "seatutilization", "seatutilisation", "mautoseats"],
  dauOverMau: ["dauovermau", "daumau", "stickiness", "dautomau"],
  version: ["version", "instanceversion", "sourcegraphversion", "currentversion", "siteversion"],
  versionsBehind: ["versionsbehind", "releasesbehind", "minorversionsbehind"],
  searches: ["searches", "searchcount", "totalsearches", "searchusers"],
  codeNavigation: ["codenavigation", "codenav", "codeintel", "codenavigations", "codenavusers"],
  batchChanges: ["batchchanges", "batchchangescount", "batchchangesusers", "changesets"],
  assistantUsers: ["assistantusers", "codyusers", "aiusers", "assistant", "copilotusers"],
  team: ["team", "teamname", "group", "groupname", "department", "businessunit", "orgunit"],
}

const bare = (heading: string) => heading.toLowerCase().replace(/[^a-z0-9]/g, "")
/** Looker writes `view.field`: the field says what it is. */
const forms = (heading: string) => [bare(heading), bare(heading.split(".").at(-1) ?? "")]

/** The user's own choice of before counts wherever the file has that column. */
export function guessColumns(headings: readonly string[], before: ColumnMap = {}): ColumnMap {
  const map: ColumnMap = {}
  const taken = new Set<string>()
  for (const use of columnUses) {
    const kept = before[use]
    const found = kept !== undefined && headings.includes(kept) ? kept : bestOf(use, headings, taken)
    if (found === undefined || taken.has(found)) continue
    map[use] = found
    taken.add(found)
  }
  return map
}

function bestOf(use: ColumnUse, headings: readonly string[], taken: ReadonlySet<string>): string | undefined {
  for (const name of names[use]) {
    const found = headings.find((heading) => !taken.has(heading) && forms(heading).includes(name))
    if (found !== undefined) return found
  }
  return undefined
}

/** What the mapping lacks before anything can be read: whom, when and at least one number. */
export function missingIn(map: ColumnMap): ("account" | "on" | "numbers")[] {
  const hasNumber = usageFacts.some((use) => map[use] !== undefined)
  return [
    ...(map.account === undefined ? (["account"] as const) : []),
    ...(map.on === undefined ? (["on"] as const) : []),
    ...(hasNumber ? [] : (["numbers"] as const)),
  ]
}
