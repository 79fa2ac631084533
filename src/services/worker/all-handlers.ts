/** Every method's handler. A feature adds its own here in one line; a method nobody answers does not compile. */
import { placeHandlers } from "../place/handlers"
import { salesforceHandlers } from "../salesforce/handlers"
import type { Handlers } from "./handlers"
import { notYet } from "./not-yet"

export const allHandlers: Handlers = {
  ...notYet,
  ...placeHandlers,
  ...salesforceHandlers,
}
