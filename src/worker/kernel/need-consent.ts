import { hasConsent } from "~src/messaging/consent"
import { faultError } from "~src/messaging/fault"

import type { WorkerContext } from "./context"

/** @throws a fault for the reader unless the user agreed to the present text. */
export async function needConsent({ settings }: Pick<WorkerContext, "settings">): Promise<void> {
  if (hasConsent(await settings.get())) return
  throw faultError(
    "not-allowed",
    "You have not agreed to what Account Lens reads yet.",
    "Nothing was sent.",
    "Open the settings and agree first.",
  )
}
