import type { BrowserContext, Page } from "@playwright/test"

export interface VitallyAccess {
  subdomain: string
  apiKey: string
  /** Name of the admin to be; by default the replica's first TA. */
  as?: string
}

/** Owner of the showcase accounts. */
const firstAdvisor = "Maya Lindqvist"

/** Agrees to what is read, as the first run and the settings ask; whoever has agreed is not asked. */
export async function agree(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "Agree and continue" })
  const form = page.getByRole("group", { name: "Vitally" })
  await button.or(form).first().waitFor()
  if (await button.isVisible()) await button.click()
}

/** Connects the workspace as a user would, in the options page, and waits until the first sync is done. */
export async function connectVitally(
  context: BrowserContext,
  extensionId: string,
  access: VitallyAccess,
): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`chrome-extension://${extensionId}/options.html`)
  await agree(page)
  const group = page.getByRole("group", { name: "Vitally" })
  await group.getByRole("radio", { name: "United States" }).check()
  await group.getByRole("textbox", { name: "Subdomain" }).fill(access.subdomain)
  await group.getByRole("textbox", { name: "API key" }).fill(access.apiKey)
  await group.getByRole("button", { name: "Connect", exact: true }).click()
  const who = group.getByRole("combobox", { name: "I am" })
  await who.waitFor()
  await who.selectOption({ label: access.as ?? firstAdvisor })
  return page
}
