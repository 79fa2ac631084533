/** The states of all pages but the panel, by name. */
import type { PageState } from "./page-state"
import { bookStates } from "./pages/book"
import { optionsStates } from "./pages/options"
import { popupStates } from "./pages/popup"

export const pageStates: Record<string, PageState> = { ...popupStates, ...bookStates, ...optionsStates }
