import { rmSync } from "node:fs"

import type { BrowserContext, Page, Worker } from "@playwright/test"

import { access, type ReplicaOptions } from "../replica/options"
import { type Replica, startReplica } from "../replica/server"
import { connectVitally } from "./connect"
import { launchWithExtension, type LaunchOptions } from "./launch"
import { syncedAccounts } from "./worker"

/** One browser with the extension connected to one replica, for all tests of a file: launches are slow. */
export interface Lens {
  replica: Replica
  context: BrowserContext
  worker: Worker
  extensionId: string
  /** The options page, which stays open: any page of the extension may ask the worker. */
  options: Page
  /** Address of a page of the extension. */
  url: (page: string) => string
  /** Opens a page of the extension in a tab of its own. */
  open: (page: string) => Promise<Page>
  close: () => Promise<void>
}

/** Launches, connects and waits for the first sync. */
export async function startLens(
  book: ReplicaOptions = {},
  launch: Omit<LaunchOptions, "port"> = {},
): Promise<Lens> {
  const replica = await startReplica({ accounts: 60, seed: 1, rateLimit: null, ...book })
  const launched = await launchWithExtension({ ...launch, port: replica.port })
  const { context, extensionId, worker } = launched
  const url = (page: string) => `chrome-extension://${extensionId}/${page}`
  const options = await connectVitally(context, extensionId, access)
  await syncedAccounts(options, book.accounts ?? 60)
  return {
    replica,
    context,
    worker,
    extensionId,
    options,
    url,
    open: async (page) => {
      const tab = await context.newPage()
      await tab.goto(url(page))
      return tab
    },
    close: async () => {
      await context.close()
      await replica.close()
      rmSync(launched.profile, { recursive: true, force: true })
    },
  }
}
