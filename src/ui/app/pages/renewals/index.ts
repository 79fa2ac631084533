import { app } from "~src/ui/strings/app"
import type { AppPage } from "../../shared/app-page"
import { RenewalsPage } from "./RenewalsPage"

export const renewalsPage: AppPage = {
  id: "renewals",
  title: app.pages.renewals,
  inNavigation: true,
  Page: RenewalsPage,
}
