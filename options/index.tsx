/** The settings page's entry: wiring only. */
import "~src/ui/tokens.css"
import "~src/ui/whole-tab.css"
import "~src/ui/base/base.css"
import "~src/ui/options/options.css"

import { OptionsPage } from "~src/ui/options/OptionsPage"

export default function Options() {
  return <OptionsPage />
}
