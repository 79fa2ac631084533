import { app } from "../../../strings/app"
import type { AppPage } from "../../shared/app-page"
import { MeetingPage } from "./MeetingPage"

export const meetingPage: AppPage = {
  id: "meeting",
  title: app.pages.meeting,
  inNavigation: true,
  Page: MeetingPage,
}
