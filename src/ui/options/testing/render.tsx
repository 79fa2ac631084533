import { render } from "@testing-library/react"
import userEvent from "@testing-library/user-event"

import type { RequestOf } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"
import { defaultPolicy } from "~src/domain/policy/presets"
import { fakeWorker, type Handlers } from "~test/fakes/worker"

import { mergeDeep } from "../shared/merge-deep"
import { OptionsPage } from "../OptionsPage"
import { admins, freshSettings, idleStatus, policyViewOf, storedData, traitMap } from "./samples"

/** The whole settings page over a fake worker that keeps settings; `handlers` answer the rest. */
export function renderOptions(handlers: Handlers = {}, settings: Settings = freshSettings) {
  const state = { settings }
  const worker = fakeWorker({
    "settings.get": () => state.settings,
    "settings.set": ({ patch }: RequestOf<"settings.set">) => {
      state.settings = mergeDeep(state.settings, patch) as Settings
      return state.settings
    },
    "status.get": () => idleStatus,
    "vitally.admins": () => ({ admins, roles: ["Technical Advisor"] }),
    "link.list": () => [],
    "evidence.list": () => ({ corrections: [] }),
    "data.get": () => storedData,
    "policy.get": () => policyViewOf(defaultPolicy),
    "traits.get": () => traitMap,
    ...handlers,
  })
  const user = userEvent.setup()
  render(<OptionsPage />)
  return { worker, user, state }
}
