import { app } from "~src/ui/strings/app"
import type { AppPage } from "../../shared/app-page"
import { ChangesPage } from "./ChangesPage"

export const changesPage: AppPage = {
  id: "changes",
  title: app.pages.changes,
  inNavigation: true,
  Page: ChangesPage,
}
