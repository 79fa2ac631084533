import { app } from "~src/ui/strings/app"

import type { AppPage } from "../../shared/app-page"
import { TeamPage } from "./TeamPage"

export const teamPage: AppPage = { id: "team", title: app.pages.team, inNavigation: true, Page: TeamPage }
