import { app } from "~src/ui/strings/app"

import type { AppPage } from "../../shared/app-page"
import { ReviewPage } from "./ReviewPage"

export const reviewPage: AppPage = {
  id: "review",
  title: app.pages.review,
  inNavigation: true,
  Page: ReviewPage,
}
