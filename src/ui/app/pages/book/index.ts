import { app } from "~src/ui/strings/app"
import type { AppPage } from "../../shared/app-page"
import { BookPage } from "./BookPage"

export const bookPage: AppPage = { id: "book", title: app.pages.book, inNavigation: true, Page: BookPage }
