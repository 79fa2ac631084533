import { gatewayText } from "~src/ui/strings/gateway"

import { Notice } from "../../base"
import { useAccount } from "../shared/panel-context"

/** Why nothing can be changed from here, said before somebody tries. */
export function WritingOff() {
  const { settings } = useAccount()
  if (!settings) return null
  const { readOnly, gateway } = settings
  const mayOnlyLook = gateway.url !== "" && gateway.tier === "read"
  if (!readOnly && !mayOnlyLook) return null
  return (
    <div className="notices">
      <Notice icon="info">{readOnly ? gatewayText.readOnlyNotice : gatewayText.tiers.read}</Notice>
    </div>
  )
}
