import { app } from "~src/ui/strings/app"

import type { AppPage } from "../../shared/app-page"
import { MondayPage } from "./MondayPage"

export const mondayPage: AppPage = {
  id: "monday",
  title: app.pages.monday,
  inNavigation: true,
  Page: MondayPage,
}
