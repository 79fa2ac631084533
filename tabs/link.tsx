/** The entry of the page that links by hand: wiring only. */
import "~src/ui/tokens.css"
import "~src/ui/whole-tab.css"
import "~src/ui/base/base.css"
import "~src/ui/options/options.css"

import { LinkPage } from "~src/ui/link/LinkPage"

export default function Link() {
  return <LinkPage />
}
