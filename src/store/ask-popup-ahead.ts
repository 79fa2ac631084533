/** Imported first by the popup: the worker answers while React and the page's own code are still being read. */
import { askAhead } from "~src/messaging/client"

askAhead("popup.get", {})
