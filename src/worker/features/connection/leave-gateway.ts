import { forget } from "../../gateway/session"
import type { WorkerContext } from "../../kernel/context"

/** Forgets the sign-in and what it allowed; where the gateway is stays. */
export async function leaveGateway(context: WorkerContext): Promise<void> {
  await forget(context)
  await context.settings.set({ gateway: { user: "", tier: "" } })
}
