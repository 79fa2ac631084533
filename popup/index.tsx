/** The popup's entry: wiring only. */
import "~src/store/ask-popup-ahead"
import "~src/ui/tokens.css"
import "~src/ui/base/base.css"
import "~src/ui/popup/popup.css"

import { Popup } from "~src/ui/popup/Popup"

export default function PopupPage() {
  return <Popup />
}
