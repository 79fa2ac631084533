/**
 * The columns of the book. One object a column: how it is called, how wide it is, by what it sorts and what a spreadsheet gets. The page
 * adds how its cell looks (`cells.tsx`, which does not compile without one).
 */
import type { Band } from "../assessment"
import { TRAIT_KEYS, type TraitKey } from "../facts"
import { type TraitWords, traitWords } from "../trait-words"
import type { BookEntry } from "./entry"

export type SortValue = string | number | undefined

export interface BookColumn<Id extends string = string> {
  id: Id
  head: string
  /** Said in the tooltip and in the list of columns if the head is short. */
  label?: string
  /** In pixels; a person can drag it wider. */
  width: number
  /** Undefined sorts last in both directions: no data is not the smallest value. */
  sort: (row: BookEntry) => SortValue
  /** Read from the largest on, so the first click sorts that way. */
  largestFirst?: boolean
  /** Figures, which end where the head ends. */
  numeric?: boolean
  /** Plain values for a spreadsheet: dates as YYYY-MM-DD, ratios as 0-1, empty for no data. */
  csv: (row: BookEntry) => string | number | undefined
  /** Over which heads of the matrix it stands. */
  group?: TraitWords["group"]
}

const height: Record<Band, number | undefined> = { poor: 0, concerning: 1, healthy: 2, unknown: undefined }
const word: Record<Band, string> = { poor: "Poor", concerning: "Concerning", healthy: "Healthy", unknown: "" }
const yesNo = (value: unknown) => (value === true ? "Yes" : value === false ? "No" : undefined)

/** Poor first, then by value within a colour; a customer without data comes last. */
function traitSort(key: TraitKey): BookColumn["sort"] {
  return (row) => {
    const cell = row.traits?.[key]
    if (!cell) return undefined
    if (typeof cell.value === "number") return cell.value
    return height[cell.status]
  }
}

type TraitColumnId = `trait-${TraitKey}`
const traitColumns = TRAIT_KEYS.map((key): BookColumn<TraitColumnId> => {
  const { column, long, group } = traitWords[key]
  return {
    id: `trait-${key}`,
    head: column,
    label: long,
    group,
    width: key === "sentiment" ? 92 : 72,
    sort: traitSort(key),
    csv: (row) => {
      const value = row.traits?.[key]?.value
      return typeof value === "boolean" ? yesNo(value) : value
    },
  }
})

const own = <Id extends string>(columns: BookColumn<Id>[]) => columns

const mainColumns = own([
  {
    id: "name",
    head: "Customer",
    width: 260,
    sort: (row) => row.name.toLowerCase(),
    csv: (row) => row.name,
  },
  { id: "owner", head: "TA", width: 130, sort: (row) => row.ownerName, csv: (row) => row.ownerName },
  {
    id: "tier",
    head: "Tier",
    width: 130,
    sort: (row) => row.tierRank ?? undefined,
    csv: (row) => row.tier ?? undefined,
  },
  {
    id: "stage",
    head: "Stage",
    width: 120,
    sort: (row) => row.stage ?? undefined,
    csv: (row) => row.stage ?? undefined,
  },
  {
    id: "arr",
    head: "ARR",
    width: 84,
    numeric: true,
    largestFirst: true,
    sort: (row) => row.arr,
    csv: (row) => row.arr,
  },
  {
    id: "health",
    head: "Health",
    width: 128,
    sort: (row) => row.score ?? height[row.band],
    csv: (row) => word[row.band] || undefined,
  },
  {
    id: "score",
    head: "Score",
    width: 64,
    numeric: true,
    sort: (row) => row.score ?? undefined,
    csv: (row) => (row.score === null ? undefined : Number(row.score.toFixed(1))),
  },
  {
    id: "trend",
    head: "Trend",
    label: "Last change of health",
    width: 110,
    largestFirst: true,
    sort: (row) => row.trend?.on,
    csv: (row) => row.trend && `${row.trend.direction} ${row.trend.on}`,
  },
  {
    id: "contact",
    head: "Last contact",
    width: 150,
    largestFirst: true,
    sort: (row) => row.daysSinceContact ?? undefined,
    csv: (row) => row.lastContactOn,
  },
  { id: "renewal", head: "Renewal", width: 190, sort: (row) => row.renewalOn, csv: (row) => row.renewalOn },
  {
    id: "seats",
    head: "MAU / seats",
    label: "Share of paid seats active last month",
    width: 96,
    numeric: true,
    sort: (row) => row.mauOverSeats,
    csv: (row) => row.mauOverSeats,
  },
  {
    id: "tasks",
    head: "Open tasks",
    width: 88,
    numeric: true,
    largestFirst: true,
    sort: (row) => row.openTasks,
    csv: (row) => row.openTasks,
  },
  {
    id: "next",
    head: "Next action",
    width: 220,
    sort: (row) => row.topActions?.[0]?.dueOn ?? undefined,
    csv: (row) => row.topActions?.[0]?.title,
  },
  {
    id: "ae",
    head: "AE",
    width: 130,
    sort: (row) => row.accountExecutive,
    csv: (row) => row.accountExecutive,
  },
  {
    id: "champion",
    head: "Champion contact",
    width: 130,
    sort: (row) => row.championName,
    csv: (row) => row.championName,
  },
  {
    id: "buyer",
    head: "Buyer contact",
    width: 130,
    sort: (row) => row.buyerName,
    csv: (row) => row.buyerName,
  },
])

export type ColumnId = (typeof mainColumns)[number]["id"] | TraitColumnId

export const bookColumns: readonly BookColumn<ColumnId>[] = [...mainColumns, ...traitColumns]

const byId = new Map<string, BookColumn<ColumnId>>(bookColumns.map((column) => [column.id, column]))

/** Columns by their ids, in that order; an id that names none is left out. The name always comes first. */
export function columnsNamed(ids: readonly string[]): BookColumn<ColumnId>[] {
  const wanted = ["name", ...ids.filter((id) => id !== "name")]
  return wanted.flatMap((id) => byId.get(id) ?? [])
}

export const columnNamed = (id: string): BookColumn<ColumnId> | undefined => byId.get(id)

export const usualColumns: readonly ColumnId[] = [
  "tier",
  "stage",
  "health",
  "score",
  "contact",
  "renewal",
  "arr",
  "seats",
]
