import type { Frame, Page } from "@playwright/test"

const isPanel = (frame: Frame) => frame.url().includes("/sidepanel.html")

/**
 * The panel inside a host page. Its iframe hangs in a closed shadow root, which no selector can reach, so it is found
 * among the page's frames.
 */
export async function panelFrame(page: Page): Promise<Frame> {
  for (let waited = 0; waited < 60; waited += 1) {
    const present = page.frames().find(isPanel)
    if (present) return present
    // The event can pass between looking and waiting: look again twice a second.
    await page.waitForEvent("framenavigated", { predicate: isPanel, timeout: 500 }).catch(() => undefined)
  }
  throw new Error(`No panel came on ${page.url()}.`)
}

/** Undefined where the page has no panel now. */
export const panelFrameNow = (page: Page): Frame | undefined => page.frames().find(isPanel)
