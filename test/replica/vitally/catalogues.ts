import { uuid } from "../book/ids"
import { customFieldRows, userFieldRows } from "../book/traits"
import { json } from "../http/exchange"
import type { Router } from "../http/router"
import type { World } from "../world/world"
import { badRequest, notFound } from "./replies"

const models = [
  "users",
  "accounts",
  "organizations",
  "customObjects",
  "tasks",
  "notes",
  "projects",
  "conversations",
  "team",
]

/** Small lists: admins, categories, custom fields, custom objects. */
export function catalogueRoutes(router: Router, world: World): void {
  const { vitally } = world
  const page = (results: unknown[]): unknown => ({ results, next: null, atEnd: true })
  router.on("GET", "admins", () => json(200, page(vitally.admins)))
  router.on("GET", "admins/search", (exchange) => {
    const email = exchange.query.get("email")
    if (email === null) return badRequest("email is required")
    const admin = vitally.admins.find((row) => String(row["email"]).toLowerCase() === email.toLowerCase())
    return admin ? json(200, admin) : notFound("Admin")
  })
  router.on("GET", "taskCategories", () => json(200, page(vitally.taskCategories)))
  router.on("GET", "noteCategories", () => json(200, page(vitally.noteCategories)))
  router.on("GET", "customFields", (exchange) => {
    const model = exchange.query.get("model")
    if (model === null || !models.includes(model)) return badRequest("model is required")
    const createdAt = world.book.calendar.at(-600, 9)
    const rows =
      model === "accounts" || model === "organizations"
        ? customFieldRows(createdAt)
        : model === "users"
          ? userFieldRows(createdAt)
          : []
    return json(200, rows)
  })

  const featureRequest = { id: uuid("object", 100), name: "featureRequest", label: "Feature Request" }
  const instances = (): Record<string, unknown>[] =>
    world.book.customers.slice(0, 20).map((customer) => ({
      id: uuid("instance", customer.index),
      name: "Search across archived repositories",
      externalId: null,
      customObjectId: featureRequest.id,
      customerId: customer.id,
      organizationId: customer.organizationId,
      traits: { severity: ["P0", "P1", "P2"][customer.index % 3] },
      archivedAt: null,
      ownerId: null,
      creatorId: null,
    }))
  router.on("GET", "customObjects", () => json(200, { results: [featureRequest], next: null }))
  router.on("GET", "customObjects/:id/instances", (_exchange, { id }) =>
    id === featureRequest.id ? json(200, page(instances())) : notFound("Custom object"),
  )
  // A bare array, seen live.
  router.on("GET", "customObjects/:id/instances/search", (exchange, { id }) => {
    if (id !== featureRequest.id) return notFound("Custom object")
    const keys = ["id", "externalId", "customerId", "organizationId"].filter(
      (key) => exchange.query.get(key) !== null,
    )
    if (keys.length !== 1) return badRequest("Exactly one search parameter is required")
    return json(
      200,
      instances().filter((row) => row[keys[0]!] === exchange.query.get(keys[0]!)),
    )
  })
}
