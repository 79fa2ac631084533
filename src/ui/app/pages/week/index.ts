import { app } from "../../../strings/app"
import type { AppPage } from "../../shared/app-page"
import { WeekPage } from "./WeekPage"

export const weekPage: AppPage = { id: "week", title: app.pages.week, inNavigation: true, Page: WeekPage }
