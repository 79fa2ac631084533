/** Every page of the app, in the navigation's order. A new page is a folder in `pages/` and a line here. */
import { bookPage } from "./pages/book"
import { changesPage } from "./pages/changes"
import { coveragePage } from "./pages/coverage"
import { dataCheckPage } from "./pages/data-check"
import { linkPage } from "./pages/link"
import { lighthousePage } from "./pages/lighthouse"
import { meetingPage } from "./pages/meeting"
import { mondayPage } from "./pages/monday"
import { renewalsPage } from "./pages/renewals"
import { reviewPage } from "./pages/review"
import { scaledPage } from "./pages/scaled"
import { teamPage } from "./pages/team"
import { usagePage } from "./pages/usage"
import { traitsPage } from "./pages/traits"
import { weekPage } from "./pages/week"
import { welcomePage } from "./pages/welcome"
import type { AppPage } from "./shared/app-page"

export const pages: readonly AppPage[] = [
  weekPage,
  bookPage,
  mondayPage,
  meetingPage,
  lighthousePage,
  reviewPage,
  traitsPage,
  renewalsPage,
  changesPage,
  coveragePage,
  scaledPage,
  teamPage,
  usagePage,
  dataCheckPage,
  linkPage,
  welcomePage,
]

/** The page of an address; the book if the address names none. */
export function pageNamed(id: string): AppPage {
  return pages.find((page) => page.id === id) ?? bookPage
}
