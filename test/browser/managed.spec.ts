/**
 * Settings that an administrator pushes, through the browser's own policy files. Every browser of the machine reads those, so the
 * extension is loaded under an id of its own: other tests' browsers have none of that id.
 */
import { createHash, generateKeyPairSync } from "node:crypto"
import { agree } from "./connect"
import {
  accessSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import { expect, type Page, test } from "@playwright/test"

import { ensureBrowser } from "../../scripts/browser.mjs"
import { startReplica } from "../replica/server"
import { builtExtension, launchWithExtension } from "./launch"

/** Where the browser that is used looks for its policies; null where it takes them from elsewhere than a folder. */
function policyFolder(): string | null {
  if (process.platform !== "linux") return null
  return /google|chrome-(stable|beta|unstable)|\/opt\//.test(ensureBrowser())
    ? "/etc/opt/chrome/policies/managed"
    : "/etc/chromium/policies/managed"
}

function whyNot(folder: string | null): string | null {
  if (folder === null) return "policies are files only on Linux"
  if (process.getuid?.() !== 0) return "only root may write policy files"
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return null
  } catch {
    return `${folder} cannot be written`
  }
}

/** The build under another key, hence another id. */
function renamedExtension(): { folder: string; id: string } {
  const folder = mkdtempSync(path.join(tmpdir(), "account-lens-managed-"))
  cpSync(builtExtension, folder, { recursive: true })
  const { publicKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "der" },
  })
  const file = path.join(folder, "manifest.json")
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>
  writeFileSync(file, JSON.stringify({ ...manifest, key: publicKey.toString("base64") }))
  const digits = createHash("sha256").update(publicKey).digest("hex").slice(0, 32)
  // Ids are written with a to p in place of 0 to f.
  const id = digits.replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)))
  return { folder, id }
}

test("locks what an administrator sets, takes no bad policy, and gives everything back", async () => {
  const policies = policyFolder()
  const reason = whyNot(policies)
  test.skip(reason !== null, reason ?? "")

  const extension = renamedExtension()
  const file = path.join(policies ?? "", `${extension.id}.json`)
  const remove = () => rmSync(file, { force: true })
  const push = (settings: object) =>
    writeFileSync(file, JSON.stringify({ "3rdparty": { extensions: { [extension.id]: settings } } }))
  process.once("exit", remove)

  const settings = { region: "eu", subdomain: "acme", backgroundPercent: 15, features: { badge: false } }
  push({ ...settings, policy: '{"preset":"default","renewal":{"earlyDays":200}}' })
  const replica = await startReplica({ accounts: 10, seed: 1, rateLimit: null })
  const launched = await launchWithExtension({ port: replica.port, extension: extension.folder })
  try {
    expect(launched.extensionId).toBe(extension.id)
    const page = await launched.context.newPage()
    await page.goto(`chrome-extension://${extension.id}/options.html`)
    await agree(page)

    await test.step("what is set is shown, locked, and said to be set", async () => {
      const subdomain = page.getByRole("textbox", { name: "Subdomain" })
      await expect(subdomain).toHaveValue("acme")
      await expect(subdomain).toBeDisabled()
      await expect(subdomain).toHaveAccessibleDescription(/Set by your administrator/)
      await expect(page.getByRole("radio", { name: "European Union" })).toBeChecked()
      await expect(page.getByRole("radio", { name: "European Union" })).toBeDisabled()
      await expect(page.getByRole("textbox", { name: "API key" })).toBeEnabled()
      await expect(page.getByRole("radio", { name: "Overdue contacts" })).toBeDisabled()
      const share = page.getByRole("textbox", { name: "Background reading may use" })
      await expect(share).toHaveValue("15")
      await expect(share).toBeDisabled()
      await expect(share).toHaveAccessibleDescription(/Set by your administrator/)
      await expect(policyOf(page).getByText(/administrator sets the policy/)).toBeVisible()
      await expect(earlyDays(page)).toBeVisible()
    })

    await test.step("a policy that cannot be used is refused with its reason, and the last good one stays", async () => {
      push({ ...settings, subdomain: "acme/eu", policy: '{"renewal":{"earlyDays":"soon"}}' })
      const alert = policyOf(page).getByRole("alert")
      // The browser waits for its policy folder to be quiet for a while.
      await expect(alert).toContainText("last good one", { timeout: 60_000 })
      await expect(alert).toContainText("renewal.earlyDays")
      await expect(earlyDays(page)).toBeVisible()
      const leftOut = page.getByRole("alert").filter({ hasText: "left out" })
      await expect(leftOut).toContainText("subdomain This must be the workspace's subdomain")
      await expect(page.getByRole("textbox", { name: "Subdomain" })).toBeEnabled()
      await expect(page.getByRole("radio", { name: "European Union" })).toBeDisabled()
    })

    await test.step("without the administrator all of it is the user's again", async () => {
      remove()
      await expect(page.getByRole("radio", { name: "European Union" })).toBeEnabled({ timeout: 60_000 })
      await expect(page.getByRole("textbox", { name: "Subdomain" })).toHaveValue("")
      await expect(page.getByRole("textbox", { name: "Background reading may use" })).toHaveValue("30")
      await expect(policyOf(page).getByText("None: the policy is as in “Default”.")).toBeVisible()
    })
  } finally {
    remove()
    process.off("exit", remove)
    await launched.context.close()
    await replica.close()
    for (const folder of [extension.folder, launched.profile])
      rmSync(folder, { recursive: true, force: true })
  }
})

const policyOf = (page: Page) => page.getByRole("region", { name: "Policy", exact: true })
const earlyDays = (page: Page) => policyOf(page).getByRole("row", { name: "renewal.earlyDays 180 200" })
