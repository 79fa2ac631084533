import type { Frame, Page } from "@playwright/test"

import { access } from "../replica/options"
import { connectVitally } from "./connect"
import { expect, test } from "./extension"
import { globex } from "./gate"
import { panelFrame } from "./panel-frame"
import { syncedAccounts } from "./worker"

/** Connects, waits for the first sync, opens an account's page and waits until the panel shows it whole. */
async function openAccount(
  context: Parameters<typeof connectVitally>[0],
  extensionId: string,
): Promise<{ page: Page; frame: Frame }> {
  const options = await connectVitally(context, extensionId, access)
  await syncedAccounts(options, 50)
  const page = await context.newPage()
  await page.goto(globex)
  const frame = await panelFrame(page)
  await frame.getByRole("region", { name: "Health" }).getByRole("listitem").first().waitFor()
  await frame.getByRole("region", { name: "Open tasks" }).getByRole("checkbox").first().waitFor()
  return { page, frame }
}

/** Presses Tab until the focus is on what is wanted. */
async function tabTo(page: Page, frame: Frame, wanted: string, most = 120): Promise<void> {
  const here = frame.locator(wanted)
  for (let presses = 0; presses < most; presses += 1) {
    if (await here.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press("Tab")
  }
  throw new Error(`The focus never came to ${wanted}`)
}

test("reads, completes, snoozes and logs by keyboard alone", async ({ context, extensionId, replica }) => {
  test.setTimeout(120_000)
  const { page, frame } = await openAccount(context, extensionId)
  await frame.locator("body").focus()

  const [firstAction] = await frame.locator(".action-title").allTextContents()
  await tabTo(page, frame, ".actions .action:first-child summary")
  await page.keyboard.press("Enter")
  await expect(frame.locator(".actions .action:first-child .checklist")).toBeVisible()

  await tabTo(page, frame, ".actions .action:first-child .action-menu")
  await page.keyboard.press("Enter")
  await expect(frame.getByRole("button", { name: "Later: tomorrow" }).first()).toBeVisible()
  await tabTo(page, frame, ".popover:popover-open .menu-item:has-text('Later: tomorrow')")
  await page.keyboard.press("Enter")
  await expect(frame.locator(".toasts")).toContainText("Back tomorrow")
  await expect(frame.locator(".action-title").first()).not.toHaveText(firstAction ?? "")

  await tabTo(page, frame, "#section-contact .log-touch")
  await page.keyboard.press("Enter")
  await tabTo(page, frame, ".popover:popover-open .choices .button:has-text('Email')")
  await page.keyboard.press("Enter")
  await expect(frame.locator(".toasts")).toContainText("Touch logged: Email")
  await expect(frame.locator("#section-contact .log-touch")).toBeFocused()

  await tabTo(page, frame, "#section-tasks .task:first-child input")
  const name = await frame.locator("#section-tasks .task:first-child input").getAttribute("aria-label")
  await page.keyboard.press("Space")
  await expect(frame.locator(".toasts")).toContainText(`Completed: ${name ?? ""}`)
  await expect(frame.getByRole("checkbox", { name: name ?? "" })).toBeChecked()

  // Nobody undid it: after its eight seconds the task is done in Vitally.
  await expect
    .poll(
      () => {
        const tasks = [...replica.control.world.vitally.tasks.all()].map(({ row }) => row)
        return tasks.some((task) => task["name"] === name && task["completedAt"] != null)
      },
      { timeout: 60_000 },
    )
    .toBe(true)
})

test("a page that covers the panel, or cuts all but a button away, gets no write, and reading goes on", async ({
  context,
  extensionId,
}) => {
  test.setTimeout(120_000)
  const { page, frame } = await openAccount(context, extensionId)
  const box = frame.getByRole("region", { name: "Open tasks" }).getByRole("checkbox").first()
  const refused = frame.getByRole("dialog", { name: "Not saved" })
  // The observer reports at its own pace; until it did, a click could still count as seen.
  const refusesAtLast = () =>
    expect
      .poll(async () => {
        if (await refused.isVisible()) return true
        await box.click({ force: true })
        return refused.isVisible()
      })
      .toBe(true)

  const clip = (path: string) =>
    page.evaluate((to) => document.documentElement.style.setProperty("clip-path", to), path)
  await clip("inset(0 300px 0 0)")
  await refusesAtLast()
  await clip("none")
  await refused.getByRole("button", { name: "Close" }).click()

  await page.evaluate(() => {
    const cover = document.createElement("div")
    cover.popover = "manual"
    cover.style.cssText =
      "position:fixed;inset:0;width:100%;height:100%;border:0;background:rgb(255 255 255/.99);pointer-events:none"
    document.body.append(cover)
    cover.showPopover()
  })
  await refusesAtLast()
  await expect(refused.getByRole("button", { name: "Open in a tab" })).toBeVisible()
  await expect(frame.getByRole("region", { name: "Health", includeHidden: true })).toHaveCount(1)
})
