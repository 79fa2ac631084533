/** Who one is at the gateway, and what one may do there. */
import * as z from "~src/schemas/zod"

import type { WorkerContext } from "../kernel/context"
import { gatewayToken } from "./session"

const shape = z.object({
  user: z.string(z.maxLength(300)),
  tier: z.enum(["read", "daily", "all"]),
  vitallyUser: z.nullable(z.object({ id: z.string(), name: z.string() })),
})

export type GatewayMe = z.infer<typeof shape>

/** `stopped`: a definite no of the gateway, with its code; `unreachable`: nothing that could be read. */
export type MeAnswer =
  { state: "known"; me: GatewayMe } | { state: "stopped"; code: string } | { state: "unreachable" }

/** @throws OAuthError if nobody is signed in any more. */
export async function askMe(context: WorkerContext, gateway: string): Promise<MeAnswer> {
  const token = await gatewayToken(context)
  try {
    const response = await context.fetch(`${gateway}/lens/me`, {
      headers: { Authorization: `Bearer ${token}`, Accept: "application/json" },
      credentials: "omit",
      redirect: "error",
      cache: "no-store",
      signal: AbortSignal.timeout(20_000),
    })
    const body: unknown = await response.json()
    const me = z.safeParse(shape, body)
    if (response.ok && me.success) return { state: "known", me: me.data }
    const { code } = (body ?? {}) as { code?: unknown }
    const isDefinite = response.status < 500 && typeof code === "string"
    return isDefinite ? { state: "stopped", code } : { state: "unreachable" }
  } catch {
    return { state: "unreachable" }
  }
}
