/** Every method's handler. A feature adds its own here in one line; a method nobody answers does not compile. */
import { accountHandlers } from "../account/handlers"
import { careHandlers } from "../care/handlers"
import { coveringHandlers } from "../covering/handlers"
import { connectionHandlers } from "../connection/handlers"
import { dataHandlers } from "../data/handlers"
import { diagnosticsHandlers } from "../diagnostics/handlers"
import { linkHandlers } from "../links/handlers"
import { openPageHandlers } from "../open-page/handlers"
import { listsHandlers } from "../lists/handlers"
import { outboxHandlers } from "../outbox/handlers"
import { panelHandlers } from "../panel/handlers"
import { placeHandlers } from "../place/handlers"
import { policyHandlers } from "../policy/handlers"
import { previewHandlers } from "../policy/preview"
import { salesforceHandlers } from "../salesforce/handlers"
import { settingsHandlers } from "../settings/handlers"
import { statusHandlers } from "../status/handlers"
import { traitMapHandlers } from "../trait-map/handlers"
import { workspaceHandlers } from "../vitally/handlers"
import type { Handlers } from "./handlers"

export const allHandlers: Handlers = {
  ...accountHandlers,
  ...careHandlers,
  ...connectionHandlers,
  ...coveringHandlers,
  ...dataHandlers,
  ...diagnosticsHandlers,
  ...linkHandlers,
  ...openPageHandlers,
  ...listsHandlers,
  ...outboxHandlers,
  ...panelHandlers,
  ...placeHandlers,
  ...policyHandlers,
  ...previewHandlers,
  ...salesforceHandlers,
  ...settingsHandlers,
  ...statusHandlers,
  ...traitMapHandlers,
  ...workspaceHandlers,
}
