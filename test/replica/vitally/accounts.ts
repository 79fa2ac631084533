import { json, jsonText, type Reply } from "../http/exchange"
import type { Router } from "../http/router"
import type { Entry } from "../world/collection"
import type { World } from "../world/world"
import { listReply } from "./lists"
import { healthScores } from "./health-scores"
import { archivedFilter, badRequest, mergeTraits, notFound, write } from "./replies"
import type { DetailKind } from "./store"

/** Accounts, organizations, and what is listed under them. */
export function accountRoutes(router: Router, world: World): void {
  const { vitally, paging } = world
  const accountOr404 = (id: string, use: (entry: Entry) => Reply): Reply => {
    const entry = vitally.account(id)
    return entry ? use(entry) : notFound("Account")
  }
  const members = (id: string): Entry[] | null => {
    const organization = vitally.organization(id)
    return organization
      ? vitally.membersOf(organization.id).flatMap((customer) => vitally.account(customer.id) ?? [])
      : null
  }

  router.on("GET", "accounts", (exchange) => {
    const keep = statusFilter(exchange.query.get("status"))
    return keep ? listReply(exchange, vitally.accounts, keep, paging) : badRequest("Invalid status")
  })
  router.on("GET", "accounts/:id", (_exchange, { id }) =>
    accountOr404(id!, (entry) => jsonText(200, entry.json)),
  )
  router.on("PUT", "accounts/:id", (exchange, params) =>
    write(world, exchange, "accounts/:id", params, (body, { id }) => {
      const entry = vitally.account(id!)
      if (!entry) return { reply: notFound("Account"), id: null }
      if ("traits" in body && (typeof body["traits"] !== "object" || body["traits"] === null))
        return { reply: badRequest("traits must be an object"), id: null }
      mergeTraits(entry.row, body["traits"])
      vitally.accounts.touch(entry, world.clock.stamp())
      return { reply: jsonText(200, entry.json), id: entry.id }
    }),
  )
  router.on("DELETE", "accounts/:id", () => json(403, { error: "The replica does not delete accounts." }))
  router.on("GET", "accounts/:id/healthScores", (_exchange, { id }) =>
    accountOr404(id!, (entry) => json(200, healthScores(world, entry))),
  )
  router.on("GET", "accounts/:id/tasks", (exchange, { id }) =>
    accountOr404(id!, (entry) =>
      listReply(exchange, vitally.tasksUnder(entry.id), archivedFilter(exchange), paging),
    ),
  )
  const lists: [path: string, kind: DetailKind][] = [
    ["users", "users"],
    ["notes", "notes"],
    ["conversations", "conversations"],
    ["meetings", "meetings"],
    ["npsResponses", "npsResponses"],
    ["projects", "projects"],
  ]
  for (const [path, kind] of lists)
    router.on("GET", `accounts/:id/${path}`, (exchange, { id }) =>
      accountOr404(id!, (entry) =>
        listReply(exchange, vitally.detailsUnder(kind, entry.id), archivedFilter(exchange), paging),
      ),
    )

  router.on("GET", "organizations", (exchange) =>
    listReply(exchange, vitally.organizations, () => true, paging),
  )
  router.on("GET", "organizations/:id", (_exchange, { id }) => {
    const entry = vitally.organization(id!)
    return entry ? jsonText(200, entry.json) : notFound("Organization")
  })
  router.on("GET", "organizations/:id/accounts", (exchange, { id }) => {
    const entries = members(id!)
    const keep = statusFilter(exchange.query.get("status"))
    if (!entries) return notFound("Organization")
    return keep ? listReply(exchange, entries, keep, paging) : badRequest("Invalid status")
  })
  router.on("GET", "organizations/:id/tasks", (exchange, { id }) => {
    const entries = members(id!)
    if (!entries) return notFound("Organization")
    const tasks = [...entries.flatMap((entry) => vitally.tasksUnder(entry.id)), ...vitally.tasksUnder(id!)]
    return listReply(exchange, tasks, archivedFilter(exchange), paging)
  })
  for (const kind of ["users", "notes", "meetings"] as const)
    router.on("GET", `organizations/:id/${kind}`, (exchange, { id }) => {
      const entries = members(id!)
      if (!entries) return notFound("Organization")
      const rows = entries.flatMap((entry) => vitally.detailsUnder(kind, entry.id))
      return listReply(exchange, rows, archivedFilter(exchange), paging)
    })
}

function statusFilter(status: string | null): ((entry: Entry) => boolean) | null {
  if (status === null || status === "active") return (entry) => !entry.closed
  if (status === "churned") return (entry) => entry.closed
  return status === "activeOrChurned" ? () => true : null
}
