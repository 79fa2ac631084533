/** Every method's handler. A feature adds its own here in one line; a method nobody answers does not compile. */
import { accountHandlers } from "./features/account/handlers"
import { bookHandlers } from "./features/book/handlers"
import { careHandlers } from "./features/action-state/handlers"
import { coveringHandlers } from "./features/coverage/handlers"
import { consentHandlers } from "./features/connection/consent-handlers"
import { connectionHandlers } from "./features/connection/handlers"
import { dataCheckHandlers } from "./features/data-check/handlers"
import { dataHandlers } from "./features/data/handlers"
import { diagnosticsHandlers } from "./features/diagnostics/handlers"
import { gatewayHandlers } from "./features/connection/gateway-handlers"
import { linkHandlers } from "./features/links/handlers"
import { openPageHandlers } from "./features/open-page/handlers"
import { popupHandlers } from "./features/popup/handlers"
import { outboxHandlers } from "./outbox/handlers"
import { panelHandlers } from "./features/panel/handlers"
import { placeHandlers } from "./features/panel-window/handlers"
import { policyHandlers } from "./features/policy/handlers"
import { previewHandlers } from "./features/policy/preview"
import { salesforceHandlers } from "./features/connection/salesforce-handlers"
import { settingsHandlers } from "./features/settings/handlers"
import { evidenceHandlers } from "./features/evidence/handlers"
import { statusHandlers } from "./features/status/handlers"
import { traitMapHandlers } from "./features/traits/handlers"
import { weekHandlers } from "./features/week/handlers"
import { workspaceHandlers } from "./features/connection/workspace-handlers"
import { lookerHandlers } from "./features/usage/looker-handlers"
import { usageHandlers } from "./features/usage/handlers"
import type { Handlers } from "./kernel/handlers"

export const allHandlers: Handlers = {
  ...accountHandlers,
  ...bookHandlers,
  ...careHandlers,
  ...connectionHandlers,
  ...consentHandlers,
  ...coveringHandlers,
  ...dataCheckHandlers,
  ...evidenceHandlers,
  ...dataHandlers,
  ...diagnosticsHandlers,
  ...gatewayHandlers,
  ...usageHandlers,
  ...lookerHandlers,
  ...linkHandlers,
  ...openPageHandlers,
  ...popupHandlers,
  ...outboxHandlers,
  ...panelHandlers,
  ...placeHandlers,
  ...policyHandlers,
  ...previewHandlers,
  ...salesforceHandlers,
  ...settingsHandlers,
  ...statusHandlers,
  ...traitMapHandlers,
  ...weekHandlers,
  ...workspaceHandlers,
}
