/** The coverage page's entry: wiring only. */
import "~src/ui/tokens.css"
import "~src/ui/whole-tab.css"
import "~src/ui/base/base.css"
import "~src/ui/book/book.css"

import { CoveragePage } from "~src/ui/coverage/CoveragePage"

export default function CoverageTab() {
  return <CoveragePage />
}
