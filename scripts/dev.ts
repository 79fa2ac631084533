/**
 * `npm run dev`: Plasmo's watching build, the replica, and a browser that reloads the extension after each edit.
 *
 * Plasmo's own hot reload needs a web socket, which the pages' strict policy forbids. So the browser is told from
 * outside: the extension is reloaded, then every page that was open is loaded again.
 */
import { spawn } from "node:child_process"
import { rmSync } from "node:fs"
import path from "node:path"
import process from "node:process"

import type { BrowserContext } from "@playwright/test"

import { connectVitally } from "../test/browser/connect"
import { launchWithExtension } from "../test/browser/launch"
import { showcase } from "../test/replica/book/showcase"
import { access } from "../test/replica/options"
import { startReplica } from "../test/replica/server"

import { root } from "./run"

const built = path.join(root, "build", "chrome-mv3-dev")
/** Plasmo says so after the first build and after each further one; files alone don't tell when the last was written. */
const finished = /DONE/

rmSync(built, { recursive: true, force: true })
const bundler = spawn("plasmo", ["dev", "--src-path=.", "--hoist"], {
  cwd: root,
  env: {
    ...process.env,
    PATH: `${path.join(root, "node_modules", ".bin")}${path.delimiter}${process.env.PATH ?? ""}`,
  },
  stdio: ["ignore", "pipe", "inherit"],
})
process.on("exit", () => bundler.kill())
process.on("SIGINT", () => process.exit(0))
bundler.on("close", () => process.exit(1))

console.log("Building …")
await new Promise<void>((resolve) => onBuilt(resolve))
const replica = await startReplica({ accounts: 60, seed: 1, rateLimit: 1000 })
const { context, extensionId, profile } = await launchWithExtension({
  port: replica.port,
  headless: process.argv.includes("--headless"),
  extension: built,
  viewport: null,
  extraArgs: ["--window-size=1500,950"],
})
process.on("exit", () => rmSync(profile, { recursive: true, force: true }))

await (await connectVitally(context, extensionId, access)).close()
const page = context.pages()[0] ?? (await context.newPage())
await page.goto(`https://${access.subdomain}.vitally.io/accounts/${showcase.globex.id}`)
console.log("Edit a file under src/: the browser follows within seconds. Ctrl+C ends.")

let reloading = Promise.resolve()
onBuilt(() => {
  reloading = reloading.then(() => reload(context)).catch((error: unknown) => console.error(error))
})
await context.waitForEvent("close", { timeout: 0 })
process.exit(0)

/** Chrome closes the extension's own pages when it is reloaded, so they are opened again where they were. */
async function reload(browser: BrowserContext): Promise<void> {
  const started = performance.now()
  const mine = browser
    .pages()
    .map((open) => open.url())
    .filter((url) => url.startsWith("chrome-extension:"))
  const restarted = browser.waitForEvent("serviceworker")
  await browser
    .serviceWorkers()[0]
    ?.evaluate(() => chrome.runtime.reload())
    .catch(() => undefined)
  await restarted
  await Promise.all(browser.pages().map((open) => open.reload()))
  for (const url of mine) await (await browser.newPage()).goto(url)
  console.log(`Reloaded in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}

/** Calls back after each build that succeeded, and passes on what Plasmo says of one that failed. */
function onBuilt(then: () => void): void {
  bundler.stdout.on("data", (chunk: Buffer) => {
    const text = chunk.toString()
    if (finished.test(text)) then()
    else if (text.includes("ERROR")) process.stderr.write(text)
  })
}
