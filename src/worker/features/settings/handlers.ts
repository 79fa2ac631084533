import { faultError } from "~src/messaging/fault"
import { faultsOfPatch } from "~src/worker/cache/settings-parse"

import type { PartialHandlers } from "../../kernel/handlers"

export const settingsHandlers = {
  "settings.get": (_request, { settings }) => settings.get(),
  "settings.set": async ({ patch }, { settings }) => {
    // Given and withdrawn by methods of its own, which check what was agreed to.
    const faults = [...faultsOfPatch(patch), ...("consent" in patch ? ["consent"] : [])]
    if (faults.length > 0) {
      throw faultError("bad-request", `This cannot be set: ${faults.join(", ")}.`, "Nothing was changed.")
    }
    return settings.set(patch)
  },
} satisfies PartialHandlers
