/** Stands in for handlers that have not landed. Deleted with the last of them. */
import { faultError } from "~src/messaging/fault"
import { requests } from "~src/messaging/requests"

import type { Handlers } from "./handlers"

export const notYet = Object.fromEntries(
  Object.keys(requests).map((method) => [
    method,
    () => Promise.reject(faultError("internal", `${method} is not built yet.`, "")),
  ]),
) as unknown as Handlers
