/** The entry of one customer's page in a tab. No host page can reach it, unlike the panel's. Wiring only. */
import "~src/ui/tokens.css"
import "~src/ui/base/base.css"
import "~src/ui/panel/panel.css"

import { useAddressAccount } from "~src/store/frame-place"
import { PanelPage } from "~src/ui/panel"

export default function Account() {
  const accountId = useAddressAccount()
  return <PanelPage request={accountId === null ? {} : { accountId }} />
}
