import type { PartialHandlers } from "../../kernel/handlers"
import { popupView } from "../../lists/popup-view"
import { statusOf } from "./status"

export const statusHandlers = {
  "status.get": (_request, context) => statusOf(context),
  "popup.get": async (_request, context) => popupView(context, await statusOf(context)),
} satisfies PartialHandlers
