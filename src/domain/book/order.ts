/** A book in the order of one column. What one list of rows needs for it is worked out once and kept as long as the list. Pure. */
import { columnNamed } from "./columns"
import type { BookEntry } from "./entry"

type Key = string | number | undefined

/** Says "Émile" between "Elba" and "Ernst"; made once, since making it costs more than a thousand comparisons. */
const collator = new Intl.Collator()

/** How many orders of one list are kept: a person turns two columns back and forth. */
const keptOrders = 4

const known = new WeakMap<readonly BookEntry[], Map<string, readonly BookEntry[]>>()

/**
 * The rows by a column; `-` in front sorts the largest first. No data comes last both ways, ties go by name, so that a window never
 * shows a row twice. The answer is shared: nobody changes it.
 */
export function inOrder<Row extends BookEntry>(rows: readonly Row[], sort: string): readonly Row[] {
  const orders = known.get(rows) ?? new Map<string, readonly BookEntry[]>()
  known.set(rows, orders)
  const ready = orders.get(sort)
  if (ready) return ready as readonly Row[]
  const made = sorted(rows, sort)
  for (const old of [...orders.keys()].filter((key) => key !== "name").slice(0, -keptOrders + 1))
    orders.delete(old)
  orders.set(sort, made)
  return made
}

function sorted<Row extends BookEntry>(rows: readonly Row[], sort: string): readonly Row[] {
  const column = columnNamed(sort.replace(/^-/, "")) ?? columnNamed("name")
  const isDown = sort.startsWith("-")
  // A stable sort over rows that stand by name needs no second comparison.
  const start = sort === "name" ? rows.toSorted(byName) : inOrder(rows, "name")
  if (sort === "name" || !column) return start
  const keys = ranked(start.map((row) => column.sort(row)))
  const places = start.map((_, nth) => nth)
  places.sort((a, b) => compareKeys(keys[a], keys[b], isDown) || a - b)
  return places.flatMap((nth) => start[nth] ?? [])
}

const byName = (a: BookEntry, b: BookEntry) =>
  collator.compare(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Words become their place among the list's few different words, so that rows are compared as numbers. */
function ranked(keys: Key[]): Key[] {
  const words = [...new Set(keys.filter((key) => typeof key === "string"))].sort(collator.compare)
  if (words.length === 0) return keys
  const place = new Map<Key, number>(words.map((word, nth) => [word, nth]))
  return keys.map((key) => place.get(key) ?? key)
}

/** No data last, whichever way it goes. */
export function compareKeys(a: Key, b: Key, isDown: boolean): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  const order = typeof a === "string" && typeof b === "string" ? collator.compare(a, b) : a < b ? -1 : 1
  return isDown ? -order : order
}
