import { json } from "../http/exchange"
import type { Row } from "../world/collection"
import { malformedQuery, SalesforceError } from "./errors"
import type { DataCall, DataRouter } from "./routes"
import type { QueryContext } from "./soql/context"
import { runQuery } from "./soql/run"

/** `query`, `query/<locator>` for both outer and nested lists, and `limits`. */
export function queryRoutes(data: DataRouter): void {
  data.on("GET", "query", (call) => {
    const soql = call.exchange.query.get("q")
    if (soql === null || soql === "") throw malformedQuery("unexpected token: <EOF>")
    call.world.queries.push(soql)
    return json(200, runQuery(queryContext(call), soql))
  })
  data.on("GET", "queryAll", (call) =>
    json(200, runQuery({ ...queryContext(call), deletedToo: true }, call.exchange.query.get("q") ?? "")),
  )
  data.on("GET", "query/:locator", (call, { locator }) => {
    const { cursors } = call.world.salesforce
    const [key, from] = locator!.split("-")
    const cursor = key === undefined ? undefined : cursors.get(key)
    const start = Number(from)
    if (!cursor || !Number.isInteger(start))
      throw new SalesforceError(400, "INVALID_QUERY_LOCATOR", "invalid query locator")
    const size = queryContext(call).pageSize
    const records = cursor.rows.slice(start, start + size)
    const end = start + records.length
    return json(200, {
      totalSize: cursor.totalSize,
      done: end >= cursor.totalSize,
      ...(end < cursor.totalSize
        ? { nextRecordsUrl: `/services/data/v${call.version}/query/${key ?? ""}-${end}` }
        : {}),
      records,
    })
  })
  data.on("GET", "limits", ({ world }) => {
    const { used, limit } = world.salesforce.usage
    return json(200, { DailyApiRequests: { Max: limit, Remaining: Math.max(0, limit - used) } })
  })
}

function queryContext({ world, exchange, version }: DataCall): Omit<QueryContext, "soql"> {
  const { salesforce } = world
  const asked = /batchSize\s*=\s*(\d+)/i.exec(String(exchange.headers["sforce-query-options"] ?? ""))?.[1]
  // The API takes 200 to 2000; a test may lower the org's own limit further.
  const pageSize = Math.min(
    salesforce.pageSize,
    asked === undefined ? 2000 : Math.min(2000, Math.max(200, Number(asked))),
  )
  return {
    salesforce,
    now: world.clock.now(),
    version,
    pageSize,
    nestedPageSize: Math.min(salesforce.nestedPageSize, pageSize),
    keep: (rows: Row[], from: number) => {
      const key = `01g5f${String(world.nextNumber()).padStart(10, "0")}`
      salesforce.cursors.set(key, { rows, totalSize: rows.length })
      return `/services/data/v${version}/query/${key}-${from}`
    },
  }
}
