import { app } from "~src/ui/strings/app"

import type { AppPage } from "../../shared/app-page"
import { ScaledPage } from "./ScaledPage"

export const scaledPage: AppPage = {
  id: "scaled",
  title: app.pages.scaled,
  inNavigation: true,
  Page: ScaledPage,
}
