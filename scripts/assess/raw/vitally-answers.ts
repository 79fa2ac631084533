/** Vitally's REST API over the rows of one case: what a workspace with these rows alone would answer. */
import { type RawCase, type Row, rowsIn, isRow } from "./read-cases"

/** Lists under an account, by the last part of their path. */
const accountLists = ["users", "notes", "conversations", "meetings", "npsResponses", "projects", "tasks"]
/** Lists of the whole workspace that a case may hold. */
const workspaceLists = ["admins", "projectTemplates", "projectCategories", "taskCategories", "noteCategories"]

/** @param path below `/resources/`, decoded. Undefined: no such resource. */
export function vitallyAnswer({ vitally }: RawCase, path: string, query: URLSearchParams): unknown {
  const account = vitally.account as Row
  const accounts = [account, ...rowsIn(vitally.book)]
  const organizations = isRow(vitally.organization) ? [vitally.organization] : []
  const [resource = "", id, list] = path.split("/")
  if (id === undefined) {
    if (resource === "accounts") return page(accounts.filter(byStatus(query.get("status"))))
    if (resource === "organizations") return page(organizations)
    if (resource === "tasks" || resource === "notes" || resource === "projects")
      return page(rowsIn(vitally[resource]).filter(byArchive(query)).map(under(account)))
    // Which fields exist is known only where the case says so.
    if (resource === "customFields") {
      if (!Array.isArray(vitally.customFields)) return undefined
      return query.get("model") === "accounts" ? vitally.customFields : []
    }
    return workspaceLists.includes(resource) ? page(rowsIn(vitally[resource])) : undefined
  }
  if (resource === "organizations") {
    const found = organizations.find((row) => row.id === id)
    if (list === undefined) return found
    return list === "accounts" ? page(accounts.filter((row) => row.organizationId === id)) : page([])
  }
  if (resource === "conversations") return rowsIn(vitally.conversations).find((row) => row.id === id)
  if (resource !== "accounts") return undefined
  const found = accounts.find((row) => row.id === id || row.externalId === id)
  if (list === undefined || !found) return found
  if (list === "healthScores") return vitally.healthScores ?? []
  if (!accountLists.includes(list)) return undefined
  const rows = found === account ? rowsIn(vitally[list]) : []
  return page(list === "conversations" ? rows.map(listed) : rows.map(under(account)))
}

const page = (rows: Row[]) => ({ results: rows, next: null, atEnd: true })

/** A list of conversations leaves out what only one read by id has. */
function listed(row: Row): Row {
  const hidden = new Set(["messages", "users", "admins", "accounts"])
  return Object.fromEntries(Object.entries(row).filter(([key]) => !hidden.has(key)))
}

/** Rows of a workspace name their account; those of a case may leave it out, as all are the one's. */
const under = (account: Row) => (row: Row) => ({ accountId: account.id, ...row })

const byArchive = (query: URLSearchParams) => (row: Row) =>
  (typeof row.archivedAt === "string") === (query.get("archived") === "true")

const byStatus = (status: string | null) => (row: Row) => {
  if (status === "activeOrChurned") return true
  return (typeof row.churnedAt === "string") === (status === "churned")
}
