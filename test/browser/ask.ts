import { fileURLToPath } from "node:url"

import type { Page } from "@playwright/test"
import { buildSync } from "esbuild"

import type { Fault, MethodName, ReplyOf, RequestOf } from "../../src/messaging/contract"

/** The pages' own client: how it meets a worker that dies is part of what is tested. */
const [client] = buildSync({
  absWorkingDir: fileURLToPath(new URL("../../", import.meta.url)),
  entryPoints: ["src/messaging/client.ts"],
  bundle: true,
  format: "iife",
  globalName: "client",
  write: false,
}).outputFiles

/** Asks the worker from a page of the extension, as its own code does. @throws Error with the fault's title. */
export async function ask<M extends MethodName>(
  page: Page,
  method: M,
  request: RequestOf<M>,
): Promise<ReplyOf<M>> {
  const answer: { value: ReplyOf<M> } | { fault: Fault } = await page.evaluate(`${client?.text ?? ""}
    client.ask(${JSON.stringify(method)}, ${JSON.stringify(request)})
      .then((value) => ({ value }), ({ fault }) => ({ fault }))`)
  if ("fault" in answer) throw new Error(`${method}: ${answer.fault.title} ${answer.fault.detail}`)
  return answer.value
}
