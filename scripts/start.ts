/**
 * `npm start`: build, start the replica, open a browser with the extension connected to it, on an account page.
 * Without a display it does the same headless and writes pictures to build/demo/.
 */
import process from "node:process"

import { showcase } from "../test/replica/book/showcase"
import { access } from "../test/replica/options"
import { startReplica } from "../test/replica/server"
import { connectVitally } from "../test/browser/connect"
import { launchWithExtension } from "../test/browser/launch"

import { takeDemoPictures } from "./demo"
import { run } from "./run"
import { buildIsStale } from "./source-age"

const hasDisplay =
  process.platform === "darwin" ||
  process.platform === "win32" ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)

if (buildIsStale()) {
  console.log("Building the extension …")
  const build = await run("tsx", ["scripts/build.ts"])
  if (build.status !== 0) {
    console.error(build.output)
    process.exit(1)
  }
}

const replica = await startReplica({ accounts: 60, seed: 1, rateLimit: 1000 })
const { context, extensionId } = await launchWithExtension({
  port: replica.port,
  headless: !hasDisplay,
  viewport: hasDisplay ? null : { width: 1440, height: 900 },
})
console.log("Connecting to the stand-in Vitally …")
const options = await connectVitally(context, extensionId, access)

const vitallyPage = `https://${access.subdomain}.vitally.io/accounts/${showcase.globex.id}`
const salesforcePage = `https://${access.myDomain}.lightning.force.com/lightning/r/Account/${showcase.globex.salesforceId}/view`

if (hasDisplay) {
  await options.close()
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(vitallyPage)
  const other = await context.newPage()
  await other.goto(salesforcePage)
  await page.bringToFront()
  console.log(`Open in the browser: ${vitallyPage}\n                     ${salesforcePage}`)
  console.log("Alt+Shift+L shows and hides the panel. Close the browser to end.")
  await context.waitForEvent("close", { timeout: 0 })
} else {
  const files = await takeDemoPictures(context, extensionId, { vitallyPage, salesforcePage })
  for (const file of files) console.log(file)
  await context.close()
}
await replica.close()
