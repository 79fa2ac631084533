/**
 * `npm start`: build, start the replica, open a browser with the extension connected to it, on an account page.
 * Without a display it does the same headless and writes pictures to build/demo/.
 */
import { rmSync } from "node:fs"
import process from "node:process"

import type { Page } from "@playwright/test"

import { connectVitally } from "../test/browser/connect"
import { command, gateShows } from "../test/browser/gate"
import { launchWithExtension } from "../test/browser/launch"
import { showcase } from "../test/replica/book/showcase"
import { access } from "../test/replica/options"
import { startReplica } from "../test/replica/server"

import { takeDemoPictures } from "./demo"
import { ensureFreshBuild } from "./fresh-build"

const hasDisplay =
  process.platform === "darwin" ||
  process.platform === "win32" ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)

await ensureFreshBuild()

const replica = await startReplica({ accounts: 60, seed: 1, rateLimit: 1000 })
const { context, extensionId, worker, profile } = await launchWithExtension({
  port: replica.port,
  headless: !hasDisplay,
  viewport: hasDisplay ? null : { width: 1440, height: 900 },
  extraArgs: ["--window-size=1500,950"],
})
// Also after Ctrl+C, where Playwright ends the browser and this process.
process.on("exit", () => rmSync(profile, { recursive: true, force: true }))
console.log("Connecting to the stand-in Vitally …")
const options = await connectVitally(context, extensionId, access)

const vitallyPage = `https://${access.subdomain}.vitally.io/accounts/${showcase.globex.id}`
const salesforcePage = `https://${access.myDomain}.lightning.force.com/lightning/r/Account/${showcase.globex.salesforceId}/view`

if (hasDisplay) {
  await options.close()
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(vitallyPage)
  await openPanel(page)
  const other = await context.newPage()
  await other.goto(salesforcePage)
  await page.bringToFront()
  console.log(`Open in the browser: ${vitallyPage}\n                     ${salesforcePage}`)
  console.log(`To try the Salesforce sign-in: My Domain ${access.myDomain}, Client ID ${access.clientId}`)
  console.log("Alt+Shift+L shows and hides the panel. Close the browser or press Ctrl+C to end.")
  await context.waitForEvent("close", { timeout: 0 })
} else {
  const files = await takeDemoPictures(context, extensionId, { vitallyPage, salesforcePage })
  for (const file of files) console.log(file)
  await context.close()
}
await replica.close()

/** On a small screen the panel starts collapsed; who tries it should see it. */
async function openPanel(page: Page): Promise<void> {
  await page.locator("html > :not(head, body)").waitFor({ state: "attached" })
  if ((await gateShows(page)) !== "panel") await command(worker, page, { gate: "expand" })
}
