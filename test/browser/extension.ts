import { rmSync } from "node:fs"

import { test as base, type Worker } from "@playwright/test"

import { type Replica, startReplica } from "../replica/server"
import { type Launched, launchWithExtension } from "./launch"

interface Fixtures {
  launched: Launched
  extensionId: string
  /** The extension's service worker. */
  worker: Worker
}

/**
 * Browser tests: the built extension in a fresh profile for each test, against one replica, which starts each test anew.
 * `test.use({ viewport, colorScheme, timezoneId })` choose the window.
 */
export const test = base.extend<Fixtures, { replica: Replica }>({
  replica: [
    // Playwright reads the fixture's needs off this pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const replica = await startReplica({ accounts: 60, seed: 1, rateLimit: null })
      await use(replica)
      await replica.close()
    },
    { scope: "worker" },
  ],
  launched: async ({ replica, viewport, colorScheme, timezoneId }, use) => {
    replica.control.reset()
    const launched = await launchWithExtension({
      port: replica.port,
      viewport: viewport ?? null,
      ...((colorScheme === "light" || colorScheme === "dark") && { colorScheme }),
      ...(timezoneId !== undefined && { timezoneId }),
    })
    await use(launched)
    await launched.context.close()
    rmSync(launched.profile, { recursive: true, force: true })
  },
  context: async ({ launched }, use) => use(launched.context),
  extensionId: async ({ launched }, use) => use(launched.extensionId),
  worker: async ({ launched }, use) => use(launched.worker),
})

export { expect } from "@playwright/test"
