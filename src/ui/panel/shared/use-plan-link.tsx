import { SafeLink } from "../../base"
import { formatDay } from "../../base/format"
import { panel } from "../../strings/panel"
import { useAccount } from "./panel-context"

const words = panel.plan

/** The link to the success plan and when that was last updated; null if neither is known. */
export function usePlanLink(): React.ReactNode {
  const { account, today } = useAccount()
  const { planUrl } = account.facts
  const updated = account.assessment.successPlan?.updated
  if (!planUrl && !updated) return null
  const when = updated ? words.updated(formatDay(updated.value, today)) : words.noDate
  return (
    <>
      {planUrl ? (
        <>
          <SafeLink href={planUrl} icon>
            {words.openPlan}
          </SafeLink>
          <span className="faint"> · </span>
          <span className="faint whole">{when}</span>
        </>
      ) : (
        when
      )}
    </>
  )
}
