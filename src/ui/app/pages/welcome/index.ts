import { app } from "~src/ui/strings/app"
import type { AppPage } from "../../shared/app-page"
import { WelcomePage } from "./WelcomePage"

export const welcomePage: AppPage = {
  id: "welcome",
  title: app.pages.welcome,
  inNavigation: false,
  Page: WelcomePage,
}
