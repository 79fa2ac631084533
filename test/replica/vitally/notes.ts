import { uuid } from "../book/ids"
import { jsonText } from "../http/exchange"
import type { Router } from "../http/router"
import type { World } from "../world/world"
import { listReply } from "./lists"
import { applyPatch, archive, archivedFilter, badRequest, isDate, isText, notFound, write } from "./replies"

/** `tags` is among them: a PUT replaces the whole array. */
const fields = ["note", "noteDate", "subject", "authorId", "categoryId", "tags", "archivedAt"]

export function noteRoutes(router: Router, world: World): void {
  const { vitally, paging } = world
  router.on("GET", "notes", (exchange) => {
    vitally.makeAll()
    return listReply(exchange, vitally.notes, archivedFilter(exchange), paging)
  })
  router.on("GET", "notes/:id", (_exchange, { id }) => {
    const entry = vitally.detail("notes", id!)
    return entry ? jsonText(200, entry.json) : notFound("Note")
  })
  router.on("POST", "notes", (exchange, params) =>
    write(world, exchange, "notes", params, (body) => {
      const { externalId, accountId, organizationId } = body
      const known = isText(externalId) ? world.notesByExternalId.get(externalId) : undefined
      if (known) {
        applyPatch(known, body, fields)
        vitally.notes.touch(known, world.clock.stamp())
        return { reply: jsonText(200, known.json), id: known.id }
      }
      if (!isText(body["note"])) return { reply: badRequest("note is required"), id: null }
      if (!isDate(body["noteDate"])) return { reply: badRequest("noteDate is required"), id: null }
      const parent = isText(accountId)
        ? vitally.accounts.get(accountId)
        : isText(organizationId)
          ? vitally.organizations.get(organizationId)
          : undefined
      if (!parent) return { reply: badRequest("accountId or organizationId is required"), id: null }
      const at = world.clock.stamp()
      const entry = vitally.addDetail("notes", isText(accountId) ? accountId : null, {
        id: uuid("created", world.nextNumber()),
        createdAt: at,
        updatedAt: at,
        externalId: externalId ?? null,
        accountId: accountId ?? null,
        organizationId: organizationId ?? null,
        subject: body["subject"] ?? null,
        note: body["note"],
        noteDate: body["noteDate"],
        meetingDescription: null,
        authorId: body["authorId"] ?? null,
        categoryId: body["categoryId"] ?? null,
        tags: body["tags"] ?? [],
        users: [],
        archivedAt: null,
        source: null,
        traits: body["traits"] ?? {},
      })
      if (isText(externalId)) world.notesByExternalId.set(externalId, entry)
      return { reply: jsonText(200, entry.json), id: entry.id }
    }),
  )
  router.on("PUT", "notes/:id", (exchange, params) =>
    write(world, exchange, "notes/:id", params, (body, { id }) => {
      const entry = vitally.detail("notes", id!)
      if (!entry) return { reply: notFound("Note"), id: null }
      applyPatch(entry, body, fields)
      vitally.notes.touch(entry, world.clock.stamp())
      return { reply: jsonText(200, entry.json), id: entry.id }
    }),
  )
  router.on("DELETE", "notes/:id", (_exchange, { id }) => {
    const entry = vitally.detail("notes", id!)
    return entry ? archive(world, vitally.notes, entry) : notFound("Note")
  })
}
