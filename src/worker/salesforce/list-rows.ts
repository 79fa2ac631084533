/** What a part's answer holds of each of its lists. */
import type { SalesforceClient } from "./api/client"
import { type QueryPage, readNestedPage, readQueryPage, type SalesforceRecord } from "./api/query-page"
import type { ListName, ListSpec } from "./account-lists"
import type { Part } from "./plan"

export interface ListRows {
  /** The first ones, in the query's order. */
  rows: SalesforceRecord[]
  /** How many there are. */
  total: number
}

type Client = Pick<SalesforceClient, "upTo">

/** Reads further pages only as far as a list needs them. @throws SalesforceError */
export async function rowsOf(
  client: Client,
  { lists }: Part,
  body: unknown,
): Promise<Map<ListName, ListRows>> {
  const page = readQueryPage(body)
  const rows = new Map<ListName, ListRows>()
  const [first] = lists
  const isAlone = lists.length === 1 && !(first && first.relationship !== undefined && isBelow(page, first))
  if (first && isAlone) return rows.set(first.name, await take(client, page, first))
  const [account] = page.records
  for (const list of lists) {
    const own = list.relationship === undefined ? page : readNestedPage(account?.[list.relationship])
    rows.set(list.name, await take(client, own, list))
  }
  if (account && rows.has("account")) {
    const nested = new Set(lists.map(({ relationship }) => relationship))
    const plain = Object.fromEntries(Object.entries(account).filter(([key]) => !nested.has(key)))
    rows.set("account", { rows: [plain], total: 1 })
  }
  return rows
}

/** Whether the answer is an account with this list below it, not the list itself. */
const isBelow = ({ records }: QueryPage, { relationship }: ListSpec) =>
  records.some((row) => relationship !== undefined && relationship in row)

async function take(client: Client, page: QueryPage, { limit, enough }: ListSpec): Promise<ListRows> {
  const rows = await client.upTo(page, enough ?? ((records) => records.length >= limit))
  return { rows: rows.slice(0, limit), total: Math.max(page.total, rows.length) }
}
