/** The state of the book as its address holds it: a link or a saved view is nothing else. Pure. */
import { columnNamed, type ColumnId, usualColumns } from "~src/domain/book/columns"
import { type BookFilter, isBookFlag, noFilter } from "~src/domain/book/filter"
import type { GroupKey } from "~src/domain/book/query"
import type { Band, ContactStatus } from "~src/domain/assessment"

export interface BookState {
  /** `mine`, `all`, or an admin id. */
  who: string
  filter: BookFilter
  sort: string
  group: GroupKey | undefined
  columns: ColumnId[]
  /** In pixels, of columns that a person made wider or narrower. */
  widths: Record<string, number>
}

const usualSort = "-contact"
const groups: readonly string[] = ["owner", "tier", "quarter"]
const bands: readonly string[] = ["healthy", "concerning", "poor", "unknown"]
const statuses: readonly string[] = ["ok", "due-soon", "overdue", "unknown", "exempt"]
const windows: readonly string[] = ["ended", "formal", "early", "later", "none"]

const oneOf =
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- The caller names what it knows.
  <T extends string>(known: readonly string[]) =>
    (text: string): text is T =>
      known.includes(text)

const listOf = (text: string | null) => (text ? text.split(",").map(decode) : [])
const textOf = (list: readonly string[]) => list.map(encodeURIComponent).join(",") || undefined

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Whatever names nothing is left out. */
export function stateOf(params: URLSearchParams): BookState {
  const list = (name: string) => listOf(params.get(name))
  const sort = params.get("sort") ?? usualSort
  const group = params.get("group") ?? ""
  const columns = list("columns").filter((id) => columnNamed(id)) as ColumnId[]
  return {
    who: params.get("owner") ?? "mine",
    filter: {
      ...noFilter,
      text: params.get("q") ?? "",
      tier: list("tier"),
      stage: list("stage"),
      band: list("band").filter(oneOf<Band>(bands)),
      contact: list("contact").filter(oneOf<ContactStatus>(statuses)),
      renewal: list("renewal").filter(oneOf<BookFilter["renewal"][number]>(windows)),
      quarter: list("quarter"),
      owner: list("ta"),
      flag: list("flag").filter(isBookFlag),
    },
    sort: columnNamed(sort.replace(/^-/, "")) ? sort : usualSort,
    group: oneOf<GroupKey>(groups)(group) ? group : undefined,
    columns: columns.length > 0 ? columns : [...usualColumns],
    widths: widthsOf(list("widths")),
  }
}

/** The usual state has an empty address. */
export function addressOf(state: BookState): Record<string, string | undefined> {
  const { who, filter, sort, group, columns, widths } = state
  return {
    owner: who === "mine" ? undefined : who,
    q: filter.text || undefined,
    tier: textOf(filter.tier),
    stage: textOf(filter.stage),
    band: textOf(filter.band),
    contact: textOf(filter.contact),
    renewal: textOf(filter.renewal),
    quarter: textOf(filter.quarter),
    ta: textOf(filter.owner),
    flag: textOf(filter.flag),
    sort: sort === usualSort ? undefined : sort,
    group,
    columns: columns.join() === usualColumns.join() ? undefined : textOf(columns),
    widths: textOf(Object.entries(widths).map(([id, width]) => `${id}:${width}`)),
  }
}

/** What a saved view keeps: everything but whose book it is. */
export function viewQueryOf(state: BookState): string {
  const rest = Object.entries(addressOf(state)).filter(([key]) => key !== "owner")
  return new URLSearchParams(rest.filter((pair): pair is [string, string] => !!pair[1])).toString()
}

const narrowest = 48
const widest = 600

function widthsOf(list: string[]): Record<string, number> {
  const widths: Record<string, number> = {}
  for (const item of list) {
    const [id = "", width] = item.split(":")
    const pixels = Number(width)
    if (columnNamed(id) && pixels >= narrowest && pixels <= widest) widths[id] = Math.round(pixels)
  }
  return widths
}
