/** A walk through the main screens, one picture each. */
import { mkdirSync, rmSync } from "node:fs"
import path from "node:path"

import { type BrowserContext, expect, type Page } from "@playwright/test"

import { room } from "../src/ui/strings/edge"
import { panel } from "../src/ui/strings/panel"
import { panelFrame } from "../test/browser/panel-frame"
import { syncedAccounts } from "../test/browser/worker"

import { root } from "./run"

const folder = path.join(root, "build", "demo")

/** Answers with the files' paths, relative to the project. A picture is taken once its screen shows all it will. */
export async function takeDemoPictures(
  context: BrowserContext,
  extensionId: string,
  pages: { vitallyPage: string; salesforcePage: string },
): Promise<string[]> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const files: string[] = []
  const shoot = async (page: Page, name: string) => {
    const file = path.join(folder, `${String(files.length + 1).padStart(2, "0")}-${name}.png`)
    await page.screenshot({ path: file })
    files.push(path.relative(root, file))
  }
  const extensionPage = (name: string) => `chrome-extension://${extensionId}/${name}`

  const page = await context.newPage()
  await page.goto(extensionPage("options.html"))
  await syncedAccounts(page, 1)
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto(pages.vitallyPage)
    await showsAccount(page)
    await shoot(page, `vitally-${colorScheme}`)
    await page.goto(pages.salesforcePage)
    await showsAccount(page)
    await shoot(page, `salesforce-${colorScheme}`)
    await page.goto(extensionPage("popup.html"))
    await page.getByRole("region", { name: "Today" }).getByRole("listitem").first().waitFor()
    await page.getByRole("region", { name: "Overdue contacts" }).getByRole("listitem").first().waitFor()
    await page.setViewportSize({ width: 420, height: 600 })
    await shoot(page, `popup-${colorScheme}`)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(extensionPage("tabs/app.html#book"))
    await page.getByRole("table", { name: "Book of business" }).getByRole("row").nth(1).waitFor()
    await shoot(page, `book-${colorScheme}`)
    await page.goto(extensionPage("options.html"))
    await page.getByRole("group", { name: "Vitally" }).getByText("Up to date").waitFor()
    await shoot(page, `options-${colorScheme}`)
  }
  return files
}

async function showsAccount(page: Page): Promise<void> {
  const frame = await panelFrame(page)
  await frame.getByRole("region", { name: "Health" }).getByRole("listitem").first().waitFor()
  // Asked once a host: how the panel is to open.
  const keep = frame.getByRole("region", { name: room.title }).getByRole("button", { name: room.keep })
  if (await keep.isVisible()) {
    await keep.click()
    await expect(keep).toHaveCount(0)
  }
  await expect(frame.getByText(panel.header.refreshing)).toHaveCount(0, { timeout: 30_000 })
}
