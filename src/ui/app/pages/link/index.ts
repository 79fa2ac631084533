import { app } from "~src/ui/strings/app"
import type { AppPage } from "../../shared/app-page"
import { LinkPage } from "./LinkPage"

export const linkPage: AppPage = { id: "link", title: app.pages.link, inNavigation: false, Page: LinkPage }
