/** The panel popped out into a tab, for the account that the address names: wiring only. */
import "~src/ui/tokens.css"
import "~src/ui/base/base.css"
import "~src/ui/panel/panel.css"

import { PanelPage } from "~src/ui/panel"

const accountId = new URLSearchParams(window.location.search).get("id") ?? window.location.hash.slice(1)

export default function Account() {
  return <PanelPage request={{ accountId }} />
}
