import type { ComponentType } from "react"

/** One page of the app: a folder in `pages/` exports this, and `pages.ts` lists it. */
export interface AppPage {
  /** Its address: `tabs/app.html#<id>`. */
  id: string
  /** In the navigation and the tab's title. */
  title: string
  /** False: reached by a link only. */
  inNavigation: boolean
  Page: ComponentType
}
