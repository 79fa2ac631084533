import type { Frame, Page } from "@playwright/test"

const isPanel = (frame: Frame) => frame.url().includes("/sidepanel.html")

/**
 * The panel inside a host page. Its iframe hangs in a closed shadow root, which no selector can reach, so it is found
 * among the page's frames.
 */
export async function panelFrame(page: Page): Promise<Frame> {
  const present = page.frames().find(isPanel)
  return present ?? (await page.waitForEvent("framenavigated", { predicate: isPanel }))
}

/** Undefined where the page has no panel now. */
export const panelFrameNow = (page: Page): Frame | undefined => page.frames().find(isPanel)
