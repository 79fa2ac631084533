/** What people call each trait, in few words; the trait's own file has the long ones. Light, so that every page can hold it. */
import type { TraitCell } from "./assessment"
import type { TraitKey } from "./facts"
import { plural } from "./words"

export interface TraitWords {
  /** Everywhere but in the detail, which shows the workspace's own label. */
  name: string
  /** Where a person maps it to a field. */
  field: string
  /** Head of its column in the book, the head's long form, and the head over it in the matrix. */
  column: string
  long: string
  group: "You" | "Technical" | "Relationships" | "Usage"
  /** What is wrong with it, as words that can stand alone: "33% of seats used". */
  cause: (value: number, raw: TraitCell["value"]) => string
}

const share = (value: number) => `${Math.floor(value * 100 + 1e-9)}%`

export const traitWords: Readonly<Record<TraitKey, TraitWords>> = {
  sentiment: {
    name: "Sentiment",
    field: "TA sentiment",
    column: "Sentiment",
    long: "TA sentiment",
    group: "You",
    cause: (_n, raw) => (raw === "poor" ? "poor sentiment" : "concerning sentiment"),
  },
  versionsBehind: {
    name: "Versions",
    field: "Versions behind",
    column: "Versions",
    long: "Versions behind",
    group: "Technical",
    cause: (n) => `${plural(n, "release")} behind`,
  },
  preciseIntel: {
    name: "Precise navigation",
    field: "Precise intel",
    column: "Precise",
    long: "Precise navigation",
    group: "Technical",
    cause: () => "precise navigation off",
  },
  defectTickets90d: {
    name: "Bug tickets",
    field: "Defect tickets, 90 days",
    column: "Bugs",
    long: "Bug tickets, 90 days",
    group: "Technical",
    cause: (n) => plural(n, "bug ticket"),
  },
  helpTickets90d: {
    name: "Help tickets",
    field: "Help tickets, 90 days",
    column: "Help",
    long: "Help tickets, 90 days",
    group: "Technical",
    cause: (n) => plural(n, "help ticket"),
  },
  activeChampion: {
    name: "Champion",
    field: "Active champion",
    column: "Champion",
    long: "Active champion",
    group: "Relationships",
    cause: () => "no champion",
  },
  accessToBuyer: {
    name: "Buyer access",
    field: "Access to buyer",
    column: "Buyer",
    long: "Access to buyer",
    group: "Relationships",
    cause: () => "no buyer",
  },
  lastActivityDays: {
    name: "Contact",
    field: "Days since last activity",
    column: "Contact",
    long: "Contact logged in Salesforce",
    group: "Relationships",
    cause: (n) => `${plural(n, "day")} since contact`,
  },
  dauOverMau: {
    name: "Daily use",
    field: "DAU / MAU",
    column: "Daily",
    long: "Daily use (DAU/MAU)",
    group: "Usage",
    cause: (n) => `${share(n)} daily use`,
  },
  mauOverSeats: {
    name: "Seats used",
    field: "MAU / seats",
    column: "Seats",
    long: "Seats used (MAU/seats)",
    group: "Usage",
    cause: (n) => `${share(n)} of seats used`,
  },
}

export function causeText({ key, value }: { key: TraitKey; value: TraitCell["value"] }): string {
  return traitWords[key].cause(typeof value === "number" ? value : 0, value)
}
