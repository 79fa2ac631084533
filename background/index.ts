/** The service worker's entry. Listeners are registered here, synchronously, before anything is awaited. */
import { createChromePlatform } from "~src/platform/platform"
import { readManaged } from "~src/services/managed/read-managed"
import { createContext } from "~src/services/worker/create-context"
import { startWorker } from "~src/services/worker/start"

startWorker(createChromePlatform(), (platform) =>
  createContext(platform, ({ managed }) => readManaged(managed)),
)
