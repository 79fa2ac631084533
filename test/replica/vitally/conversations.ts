import { json, jsonText } from "../http/exchange"
import type { Router } from "../http/router"
import type { Row } from "../world/collection"
import type { World } from "../world/world"
import { listReply } from "./lists"
import { archivedFilter, badRequest, notFound } from "./replies"

/** Conversations with their messages, meetings, NPS answers, and the people at customers. */
export function conversationRoutes(router: Router, world: World): void {
  const { vitally, paging } = world
  router.on("GET", "conversations/:id", (_exchange, { id }) => {
    const entry = vitally.detail("conversations", id!)
    return entry ? json(200, entry.row) : notFound("Conversation")
  })
  router.on("GET", "messages/:id", (_exchange, { id }) => {
    const customer = world.book.byDetailId(id!)
    for (const entry of customer ? vitally.detailsUnder("conversations", customer.id) : []) {
      const message = (entry.row["messages"] as Row[]).find((row) => row["id"] === id!.toLowerCase())
      if (message) return json(200, message)
    }
    return notFound("Message")
  })
  router.on("GET", "meetings/:id", (_exchange, { id }) => {
    const entry = vitally.detail("meetings", id!)
    return entry ? jsonText(200, entry.json) : notFound("Meeting")
  })
  router.on("GET", "npsResponses", (exchange) => {
    vitally.makeAll()
    return listReply(exchange, vitally.npsResponses, archivedFilter(exchange), paging)
  })
  router.on("GET", "users/search", (exchange) => {
    const given = ["email", "externalId", "emailSubdomain"].filter((key) => exchange.query.get(key) !== null)
    if (given.length !== 1) return badRequest("Exactly one of email, externalId, emailSubdomain is required")
    vitally.makeAll()
    const [key] = given
    const wanted = exchange.query.get(key!)!.toLowerCase()
    const results = [...vitally.users.all()].filter(({ row }) => {
      const email = String(row["email"]).toLowerCase()
      if (key === "email") return email === wanted
      return key === "externalId" ? row["externalId"] === wanted : email.endsWith(`@${wanted}`)
    })
    return json(200, { results: results.map(({ row }) => row) })
  })
  router.on("GET", "users/:id", (_exchange, { id }) => {
    const entry = vitally.detail("users", id!)
    return entry ? jsonText(200, entry.json) : notFound("User")
  })
}
