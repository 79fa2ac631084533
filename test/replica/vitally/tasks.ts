import { uuid } from "../book/ids"
import { jsonText } from "../http/exchange"
import type { Router } from "../http/router"
import type { Entry, Row } from "../world/collection"
import type { World } from "../world/world"
import { listReply } from "./lists"
import { applyPatch, archive, archivedFilter, badRequest, isDate, isText, notFound, write } from "./replies"

const fields = ["name", "description", "dueDate", "completedAt", "completedById", "assignedToId", "categoryId", "tags", "projects", "archivedAt"] // prettier-ignore

export function taskRoutes(router: Router, world: World): void {
  const { vitally, paging } = world
  const byId = (id: string, source: string | null): Entry | undefined =>
    vitally.tasks.get(id.toLowerCase()) ??
    (source === null ? undefined : [...vitally.tasks.all()].find((entry) => entry.row["externalId"] === id))

  router.on("GET", "tasks", (exchange) =>
    listReply(exchange, vitally.tasks, archivedFilter(exchange), paging),
  )
  router.on("GET", "tasks/:id", (exchange, { id }) => {
    const entry = byId(id!, exchange.query.get("source"))
    return entry ? jsonText(200, entry.json) : notFound("Task")
  })
  router.on("POST", "tasks", (exchange, params) =>
    write(world, exchange, "tasks", params, (body) => {
      const wrong = problem(world, body)
      const { externalId } = body
      const known = isText(externalId) ? world.tasksByExternalId.get(externalId) : undefined
      if (wrong !== null && !known) return { reply: badRequest(wrong), id: null }
      if (known) {
        applyPatch(known, body, fields)
        vitally.tasks.touch(known, world.clock.stamp())
        return { reply: jsonText(200, known.json), id: known.id }
      }
      const at = world.clock.stamp()
      const row = newTask(world, body, at)
      const entry = vitally.addTask(row)
      if (isText(externalId)) world.tasksByExternalId.set(externalId, entry)
      return { reply: jsonText(200, entry.json), id: entry.id }
    }),
  )
  router.on("PUT", "tasks/:id", (exchange, params) =>
    write(world, exchange, "tasks/:id", params, (body, { id }) => {
      const entry = byId(id!, exchange.query.get("source"))
      if (!entry) return { reply: notFound("Task"), id: null }
      const wrong = badDate(body, "dueDate") ?? badDate(body, "completedAt") ?? unknownAdmin(world, body)
      if (wrong !== null) return { reply: badRequest(wrong), id: null }
      applyPatch(entry, body, fields)
      entry.closed = entry.row["archivedAt"] !== null
      vitally.tasks.touch(entry, world.clock.stamp())
      return { reply: jsonText(200, entry.json), id: entry.id }
    }),
  )
  router.on("DELETE", "tasks/:id", (_exchange, { id }) => {
    const entry = byId(id!, null)
    return entry ? archive(world, vitally.tasks, entry) : notFound("Task")
  })
}

function newTask(world: World, body: Row, at: string): Row {
  return {
    id: uuid("created", world.nextNumber()),
    createdAt: at,
    updatedAt: at,
    externalId: body["externalId"] ?? null,
    accountId: body["accountId"] ?? null,
    organizationId: body["organizationId"] ?? null,
    name: body["name"],
    description: body["description"] ?? null,
    dueDate: body["dueDate"] ?? null,
    completedAt: body["completedAt"] ?? null,
    completedById: body["completedById"] ?? null,
    assignedToId: body["assignedToId"] ?? null,
    categoryId: body["categoryId"] ?? null,
    projects: [],
    tags: body["tags"] ?? [],
    archivedAt: null,
    meetingId: null,
    source: null,
    traits: body["traits"] ?? {},
  }
}

function problem(world: World, body: Row): string | null {
  if (!isText(body["name"])) return "name is required"
  const { accountId, organizationId } = body
  if (!isText(accountId) && !isText(organizationId)) return "accountId or organizationId is required"
  if (isText(accountId) && !world.vitally.accounts.get(accountId)) return "accountId is unknown"
  if (isText(organizationId) && !world.vitally.organizations.get(organizationId))
    return "organizationId is unknown"
  return badDate(body, "dueDate") ?? unknownAdmin(world, body)
}

function badDate(body: Row, key: string): string | null {
  const value = body[key]
  return value === undefined || value === null || isDate(value) ? null : `${key} is not a date`
}

function unknownAdmin(world: World, body: Row): string | null {
  for (const key of ["assignedToId", "completedById"]) {
    const id = body[key]
    if (id !== undefined && id !== null && !world.vitally.admins.some((admin) => admin["id"] === id))
      return `${key} is unknown`
  }
  return null
}
