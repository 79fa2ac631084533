import { app } from "~src/ui/strings/app"
import type { AppPage } from "../../shared/app-page"
import { CoveragePage } from "./CoveragePage"

export const coveragePage: AppPage = {
  id: "coverage",
  title: app.pages.coverage,
  inNavigation: true,
  Page: CoveragePage,
}
