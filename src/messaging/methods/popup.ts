/** The popup. */

import type { PopupView } from "../views/lists"
import { type Nothing, answers, pages } from "./method"
import { nothing } from "./shapes"

export const popupMethods = {
  "popup.get": answers<PopupView>()({ from: pages, request: nothing }),
  "popup.seen": answers<Nothing>()({ from: pages, request: nothing }),
}
