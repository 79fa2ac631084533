import { getMeta, setMeta } from "../../cache/meta"
import type { WorkerContext } from "../../kernel/context"

/** Keeps a text of the week's pages under its key; an empty one is forgotten. */
export async function writeText(context: WorkerContext, key: string, text: string): Promise<void> {
  const texts = { ...(await getMeta(context.db, "texts")) }
  if (text === "") Reflect.deleteProperty(texts, key)
  else texts[key] = text
  await setMeta(context.db, "texts", texts)
  context.publish("week")
}
