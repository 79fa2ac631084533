export type Row = Record<string, unknown>
export type SortKey = "createdAt" | "updatedAt"

/** One stored object; its row is made when first asked for, its JSON kept until it changes. */
export class Entry {
  private made: Row | null = null
  private text: string | null = null

  constructor(
    readonly id: string,
    public createdAt: string,
    public updatedAt: string,
    /** Churned or archived: left out of lists by default. */
    public closed: boolean,
    private readonly make: () => Row,
    private readonly present: (row: Row) => Row = (row) => row,
  ) {}

  get row(): Row {
    return (this.made ??= this.make())
  }

  get json(): string {
    return (this.text ??= JSON.stringify(this.present(this.row)))
  }

  /** Forgets the JSON; call after changing the row or anything shown inside it. */
  changed(): void {
    this.text = null
  }
}

/** Newest first; equal instants by id, so that a place in the list is exact. */
function before(key: SortKey, a: Entry, b: Entry): number {
  if (a[key] !== b[key]) return a[key] > b[key] ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Objects of one kind, by id and in both orders. Orders are kept through changes, so lists shift as they would. */
export class Collection {
  private readonly byId = new Map<string, Entry>()
  private readonly orders: Partial<Record<SortKey, Entry[]>> = {}

  get size(): number {
    return this.byId.size
  }

  get(id: string): Entry | undefined {
    return this.byId.get(id)
  }

  all(): Iterable<Entry> {
    return this.byId.values()
  }

  add(entry: Entry): Entry {
    this.byId.set(entry.id, entry)
    for (const key of ["createdAt", "updatedAt"] as const) {
      const order = this.orders[key]
      if (order) order.splice(place(order, key, entry), 0, entry)
    }
    return entry
  }

  remove(id: string): void {
    const entry = this.byId.get(id)
    if (!entry) return
    this.byId.delete(id)
    for (const key of ["createdAt", "updatedAt"] as const)
      this.orders[key]?.splice(place(this.orders[key], key, entry), 1)
  }

  /** Gives an entry a new `updatedAt` and moves it to its new place. */
  touch(entry: Entry, at: string): void {
    const order = this.orders.updatedAt
    if (order) order.splice(place(order, "updatedAt", entry), 1)
    entry.updatedAt = at
    entry.row["updatedAt"] = at
    entry.changed()
    if (order) order.splice(place(order, "updatedAt", entry), 0, entry)
  }

  sorted(key: SortKey): Entry[] {
    return (this.orders[key] ??= [...this.byId.values()].sort((a, b) => before(key, a, b)))
  }
}

/** Sorts a handful of entries as a collection would. */
export function sortEntries(entries: Entry[], key: SortKey): Entry[] {
  return [...entries].sort((a, b) => before(key, a, b))
}

/** Index of the first entry at or after `entry` in this order. */
export function place(order: Entry[], key: SortKey, entry: Pick<Entry, "id" | SortKey>): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (before(key, order[middle] as Entry, entry as Entry) < 0) low = middle + 1
    else high = middle
  }
  return low
}
