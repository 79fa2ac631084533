import { app } from "~src/ui/strings/app"
import type { AppPage } from "../../shared/app-page"
import { UsagePage } from "./UsagePage"

export const usagePage: AppPage = {
  id: "usage",
  title: app.pages.usage,
  inNavigation: true,
  Page: UsagePage,
}
