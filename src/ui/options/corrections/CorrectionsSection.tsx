import { WithDraft } from "../policy/WithDraft"
import { CorrectionList } from "./CorrectionList"
import { TeamRules } from "./TeamRules"

export function CorrectionsSection() {
  return (
    <WithDraft>
      <CorrectionList />
      <TeamRules />
    </WithDraft>
  )
}
