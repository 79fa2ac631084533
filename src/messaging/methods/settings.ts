/** Settings and status. */
import * as z from "~src/schemas/zod"

import type { DeepPartial, Settings } from "../views/settings"
import type { Status } from "../views/status"
import { answers, panels } from "./method"
import { nothing, anything } from "./shapes"

/** The handler checks the values against the settings' own shape. */
const patch: z.Type<DeepPartial<Settings>> = z.record(z.string(), anything)

export const settingsMethods = {
  "settings.get": answers<Settings>()({ from: panels, request: nothing, reads: true }),
  /** Panels may set only the keys under `panel`. */
  "settings.set": answers<Settings>()({ from: panels, request: z.object({ patch }), reads: true }),
  "status.get": answers<Status>()({ from: panels, request: nothing, reads: true }),
}
