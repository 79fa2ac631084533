import { app } from "~src/ui/strings/app"

import type { AppPage } from "../../shared/app-page"
import { DataCheckPage } from "./DataCheckPage"

export const dataCheckPage: AppPage = {
  id: "data",
  title: app.pages.data,
  inNavigation: true,
  Page: DataCheckPage,
}
