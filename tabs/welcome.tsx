/** The first-run page's entry: wiring only. */
import "~src/ui/tokens.css"
import "~src/ui/whole-tab.css"
import "~src/ui/base/base.css"
import "~src/ui/options/options.css"

import { WelcomePage } from "~src/ui/welcome/WelcomePage"

export default function Welcome() {
  return <WelcomePage />
}
