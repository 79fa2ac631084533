import { useOpen } from "~src/store/view-memory"

import { Button, Disclosure, Name } from "../../base"
import { formatDay } from "../../base/format"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { Section } from "../shared/Section"
import { ShowMore } from "../shared/ShowMore"
import { useNext } from "../shared/use-next"
import { PlanCard } from "./PlanCard"
import { ActionCard } from "./ActionCard"
import { useActionWrites } from "./use-action-writes"

const words = panel.actions
const shownAtFirst = 3

export function ActionsSection() {
  const { account } = useAccount()
  const [open, setOpen] = useOpen(account.id, "actions")
  const { plan } = account.assessment
  const next = useNext()
  const nextId = next.kind === "action" ? next.action.id : undefined
  // What the plan holds is said there, once.
  const inPlan = new Set(plan?.actionIds)
  const actions = account.actions.filter(({ id }) => !inPlan.has(id))
  const shown = open ? actions : actions.slice(0, shownAtFirst)
  return (
    <Section section="actions">
      {plan ? <PlanCard plan={plan} nextId={nextId} /> : null}
      {actions.length === 0 && !plan ? <p className="faint">{words.none}</p> : null}
      <ol className="actions">
        {shown.map((action) => (
          <ActionCard key={action.id} action={action} isNext={action.id === nextId} />
        ))}
      </ol>
      {actions.length > shownAtFirst ? (
        <ShowMore
          open={open}
          more={words.more(actions.length - shownAtFirst)}
          fewer={words.fewer}
          onToggle={setOpen}
        />
      ) : null}
      <Hidden />
    </Section>
  )
}

/** What was snoozed or dismissed, with the way back. */
function Hidden() {
  const { account, today } = useAccount()
  const { restore } = useActionWrites()
  const { hiddenActions } = account
  if (hiddenActions.length === 0) return null
  return (
    <Disclosure className="foot" summary={<span>{words.hidden(hiddenActions.length)}</span>}>
      <ul className="rows">
        {hiddenActions.map(({ action, state }) => (
          <li key={action.id} className="row">
            <div className="row-main">
              {action.title}
              <span className="row-meta">
                {state.dismissed ? (
                  <Name>{state.dismissed.reason}</Name>
                ) : state.snoozedUntil ? (
                  words.until(formatDay(state.snoozedUntil, today))
                ) : null}
              </span>
            </div>
            <Button kind="quiet" onClick={(event) => restore(event, action)}>
              {words.restore}
              <span className="sr-only">: {action.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
