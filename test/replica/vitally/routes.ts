import { type Exchange, json, type Reply } from "../http/exchange"
import { Router } from "../http/router"
import type { World } from "../world/world"
import { accountRoutes } from "./accounts"
import { isVitallyApi, refuse } from "./auth"
import { catalogueRoutes } from "./catalogues"
import { conversationRoutes } from "./conversations"
import { noteRoutes } from "./notes"
import { projectRoutes } from "./projects"
import { taskRoutes } from "./tasks"

export { isVitallyApi }

/** The API under `/resources` of the three REST hosts. */
export function vitallyApi(world: World): (exchange: Exchange) => Reply {
  const router = new Router()
  for (const add of [
    accountRoutes,
    taskRoutes,
    noteRoutes,
    conversationRoutes,
    projectRoutes,
    catalogueRoutes,
  ])
    add(router, world)
  return (exchange) => {
    const answer = (): Reply => {
      const refusal = refuse(exchange, world.vitallyAccess)
      if (refusal) return refusal
      if (!world.rateLimit.take()) return json(429, { error: "Too many requests, please try again later." })
      if (!exchange.path.startsWith("/resources/")) return json(404, { error: "Not Found" })
      const found = router.find(exchange.method, exchange.path.slice("/resources/".length))
      if (!("run" in found)) return json(404, { error: "Not Found" })
      return found.run(exchange)
    }
    const reply = answer()
    const date = new Date(world.clock.now()).toUTCString()
    return { ...reply, headers: { ...reply.headers, date, ...world.rateLimit.headers() } }
  }
}
