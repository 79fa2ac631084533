/** The service worker's entry. Listeners are registered here, synchronously, before anything is awaited. */
import { createChromePlatform } from "~src/platform/platform"
import { whenBound } from "~src/platform/when-bound"
import { readManaged } from "~src/worker/policy/read-managed"
import { createContext } from "~src/worker/create-context"
import { startWorker } from "~src/worker/start"

whenBound(() =>
  startWorker(createChromePlatform(), (platform) =>
    createContext(platform, ({ managed }) => readManaged(managed)),
  ),
)
