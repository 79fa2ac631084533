import { app } from "../../../strings/app"
import type { AppPage } from "../../shared/app-page"
import { TraitsPage } from "./TraitsPage"

export const traitsPage: AppPage = {
  id: "traits",
  title: app.pages.traits,
  inNavigation: true,
  Page: TraitsPage,
}
