import type { KeyboardEvent, ReactNode } from "react"

import type { Band } from "~src/domain/assessment"
import type { AccountView, Fault, PanelState } from "~src/messaging/contract"
import { useWrite } from "~src/store/use-write"

import { classNames, Icon, StatusMark } from "../../base"
import { edge } from "../../strings/edge"
import { panel } from "../../strings/panel"
import { useWaitingClock } from "../shared/use-waiting-clock"
import { edgeFacts } from "./edge-facts"
import { Peek } from "./Peek"

/** How far an arrow key moves the tab along its edge, as a share of the window's height. */
const step = 0.03

interface Props {
  /** Undefined before the first answer. */
  state: PanelState | undefined
  fault: Fault | null
  isPeek: boolean
}

/** The collapsed panel: how healthy, how long silent, is someone waiting. */
export function EdgeTab({ state, fault, isPeek }: Props) {
  if (state?.view.kind === "account") return <AccountTab account={state.view.account} isPeek={isPeek} />
  const text = state ? textOf(state.view) : (fault?.title ?? edge.loading)
  return (
    <Tab band="unknown" name={edge.name([text])}>
      {isPeek ? (
        <span className="peek">
          <span className="peek-line">{text}</span>
        </span>
      ) : (
        <>
          <StatusMark band="unknown" words="silent" />
          <span className="edge-days">{text === edge.loading ? edge.unknown : edge.unmatched}</span>
        </>
      )}
    </Tab>
  )
}

const texts = {
  "not-connected": panel.states.notConnected,
  "no-account": panel.states.noAccount,
  loading: edge.loading,
  unknown: panel.states.unknown,
  choose: panel.states.choose,
}

function textOf(view: Exclude<PanelState["view"], { kind: "account" }>): string {
  return view.kind === "error" ? view.fault.title : texts[view.kind]
}

function AccountTab({ account: answered, isPeek }: { account: AccountView; isPeek: boolean }) {
  const account = useWaitingClock(answered)
  const { band, days, overdue, waits, late, name } = edgeFacts(account)
  return (
    <Tab band={band} name={name}>
      {isPeek ? (
        <Peek account={account} />
      ) : (
        <>
          <StatusMark band={band} words="silent" />
          <span className={classNames("edge-days", overdue && "late")}>{days}</span>
          <span className="edge-rule" />
          {waits === null ? (
            <Icon name="chevron" className="edge-open" />
          ) : (
            <span className={classNames("edge-waits", late && "late")}>
              <Icon name="mail" />
              {waits}
            </span>
          )}
        </>
      )}
    </Tab>
  )
}

/** One button: a press opens the panel, arrows move it. The pointer's presses are the gate's. */
function Tab({ band, name, children }: { band: Band; name: string; children: ReactNode }) {
  const { mutate: command } = useWrite("gate.command")
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -step, ArrowDown: step }[event.key]
    if (by === undefined) return
    event.preventDefault()
    command({ command: "shift", by })
  }
  return (
    <button
      type="button"
      className={`edge edge-${band}`}
      onKeyDown={onKeyDown}
      onClick={() => command({ command: "expand" })}
    >
      <span className="sr-only">{name}</span>
      <span className="edge-shown" aria-hidden="true">
        {children}
      </span>
    </button>
  )
}
