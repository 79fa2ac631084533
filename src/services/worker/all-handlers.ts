/** Every method's handler. A feature adds its own here in one line; a method nobody answers does not compile. */
import { careHandlers } from "../care/handlers"
import { linkHandlers } from "../links/handlers"
import { openPageHandlers } from "../open-page/handlers"
import { listsHandlers } from "../lists/handlers"
import { placeHandlers } from "../place/handlers"
import { salesforceHandlers } from "../salesforce/handlers"
import { settingsHandlers } from "../settings/handlers"
import type { Handlers } from "./handlers"
import { notYet } from "./not-yet"

export const allHandlers: Handlers = {
  ...notYet,
  ...careHandlers,
  ...linkHandlers,
  ...openPageHandlers,
  ...listsHandlers,
  ...placeHandlers,
  ...salesforceHandlers,
  ...settingsHandlers,
}
