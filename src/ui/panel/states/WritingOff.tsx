import { Notice } from "../../base"
import { writingOff } from "../../strings/writing-off"
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
      <Notice icon="info">{readOnly ? writingOff.setting : writingOff.gateway}</Notice>
    </div>
  )
}
