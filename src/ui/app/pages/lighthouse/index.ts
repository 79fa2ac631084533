import { app } from "~src/ui/strings/app"

import type { AppPage } from "../../shared/app-page"
import { LighthousePage } from "./LighthousePage"

export const lighthousePage: AppPage = {
  id: "lighthouse",
  title: app.pages.lighthouse,
  inNavigation: true,
  Page: LighthousePage,
}
