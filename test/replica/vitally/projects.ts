import { projectCategoryNames, templateRows } from "../book/projects"
import { uuid } from "../book/ids"
import { json, jsonText } from "../http/exchange"
import type { Router } from "../http/router"
import type { World } from "../world/world"
import { listReply } from "./lists"
import { archivedFilter, badRequest, isText, notFound, write } from "./replies"
import { Entry } from "../world/collection"

/** Projects, their templates and categories. Creating one is not idempotent, as in Vitally. */
export function projectRoutes(router: Router, world: World): void {
  const { vitally, paging } = world
  const templates = templateRows(world.book)
  const entries = templates.map(
    (row) =>
      new Entry(
        row["id"] as string,
        row["createdAt"] as string,
        row["updatedAt"] as string,
        false,
        () => row,
      ),
  )
  router.on("GET", "projectTemplates", (exchange) => {
    const category = exchange.query.get("categoryId")
    return listReply(
      exchange,
      entries,
      ({ row }) => category === null || row["projectCategoryId"] === category,
      paging,
    )
  })
  router.on("GET", "projectCategories", () =>
    json(200, {
      results: projectCategoryNames.map((name, n) => ({ id: uuid("category", 200 + n), name })),
      next: null,
      atEnd: true,
    }),
  )
  router.on("GET", "projects", (exchange) => {
    vitally.makeAll()
    return listReply(exchange, vitally.projects, archivedFilter(exchange), paging)
  })
  router.on("GET", "projects/:id", (_exchange, { id }) => {
    const entry = vitally.detail("projects", id!)
    return entry ? jsonText(200, entry.json) : notFound("Project")
  })
  router.on("POST", "projects", (exchange, params) =>
    write(world, exchange, "projects", params, (body) => {
      const { templateId, accountId } = body
      const template = templates.find((row) => row["id"] === templateId)
      if (!template) return { reply: badRequest("templateId is unknown"), id: null }
      if (!isText(accountId) || !vitally.accounts.get(accountId))
        return { reply: badRequest("accountId is unknown"), id: null }
      const at = world.clock.stamp()
      const days = template["durationInDays"] as number
      const entry = vitally.addDetail("projects", accountId, {
        id: uuid("created", world.nextNumber()),
        createdAt: at,
        updatedAt: at,
        name: template["name"],
        accountId,
        organizationId: null,
        templateId,
        durationInDays: days,
        targetStartDate: at.slice(0, 10),
        actualStartDate: null,
        targetCompletionDate: new Date(Date.parse(at) + days * 86_400_000).toISOString().slice(0, 10),
        actualCompletionDate: null,
        ownedByVitallyUserId: null,
        projectCategoryId: template["projectCategoryId"],
        projectStatusId: uuid("category", 300),
        archivedAt: null,
        traits: {},
      })
      return { reply: jsonText(200, entry.json), id: entry.id }
    }),
  )
}
