import { adminNames } from "../../kernel/admins"
import type { WorkerContext } from "../../kernel/context"
import type { Who } from "../../lists/book-rows"

/** Whose customers a page is about, in words. */
export async function titleOf(context: WorkerContext, who: Who): Promise<string> {
  if (who === "all") return "Everybody"
  if (who === "mine") return (await context.settings.get()).me?.name ?? "Mine"
  return (await adminNames(context)).get(who) ?? who
}
