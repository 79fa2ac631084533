/** The entry of the one page that fills a tab: wiring only. */
import "~src/ui/tokens.css"
import "~src/ui/whole-tab.css"
import "~src/ui/base/base.css"
import "~src/ui/options/options.css"
import "~src/ui/app/app.css"
import "~src/ui/app/sheets.css"

import { App } from "~src/ui/app/App"

export default function AppTab() {
  return <App />
}
