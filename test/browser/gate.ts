import type { BrowserContext, Frame, Page, Worker } from "@playwright/test"

import { showcase } from "../replica/book/showcase"
import { access } from "../replica/options"

export const vitally = `https://${access.subdomain}.vitally.io`
export const lightning = `https://${access.myDomain}.lightning.force.com`
export const globex = `${vitally}/accounts/${showcase.globex.id}`
export const initech = `${vitally}/accounts/${showcase.initech.id}`

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Where the gate's elements are; the page sees these boxes and nothing inside. */
export function gateBoxes(page: Page): Promise<Box[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("html > :not(head, body)")].map((host) => {
      const { x, y, width, height } = host.getBoundingClientRect()
      return { x, y, width, height }
    }),
  )
}

/** The collapsed tab's size, pixels. */
export const tab = { width: 40, height: 92 }

/** What the gate shows now. */
export async function gateShows(page: Page): Promise<"nothing" | "tab" | "panel"> {
  const [box] = await gateBoxes(page)
  if (!box) return "nothing"
  return box.height <= tab.height ? "tab" : "panel"
}

/** Presses Tab until the keyboard is the frame's: a script can't give it to it. */
export async function tabInto(page: Page, frame: Frame): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    // A frame keeps its active element also while the page around it has the focus.
    const isOurs = await page.evaluate(() => document.activeElement?.parentNode === document.documentElement)
    if (isOurs && (await frame.evaluate(() => document.activeElement !== document.body))) return
    await page.keyboard.press("Tab")
  }
  throw new Error("The focus never came to the frame.")
}

/** In-page navigation as the apps do it. */
export function push(page: Page, url: string): Promise<void> {
  return page.evaluate((to) => history.pushState(null, "", to), url)
}

/** Says something to the gate of the tab that shows this page, as the worker does. */
export async function command(worker: Worker, page: Page, message: object): Promise<void> {
  await worker.evaluate(
    async ([url, order]) => {
      const tabs = await chrome.tabs.query({})
      const tab = tabs.find((candidate) => candidate.url === url)
      if (tab?.id === undefined) throw new Error(`No tab shows ${url}.`)
      await chrome.tabs.sendMessage(tab.id, order, { frameId: 0 })
    },
    [page.url(), message] as const,
  )
}

/** Reloads the extension as an update does, and waits until it runs again. */
export async function reloadExtension(context: BrowserContext, worker: Worker): Promise<void> {
  const page = await context.newPage()
  await page.goto("chrome://extensions")
  // Else Chrome would not let an unpacked extension come back.
  await page.evaluate(() => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void> }
    }
    return developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
  })
  const restarted = context.waitForEvent("serviceworker")
  await worker.evaluate(() => chrome.runtime.reload())
  await restarted
  await page.close()
}
