import type { DoctorRow } from "~src/messaging/contract"
import { Button } from "~src/ui/base/Button"
import { StatusMark } from "~src/ui/base/StatusMark"
import { optionsText } from "~src/ui/strings/options"

const text = optionsText.doctor

interface Props {
  row: DoctorRow
  onGrant: (origins: string[]) => void
  /** Signs in under another My Domain; absent where an administrator has set it. */
  onMove: ((domain: string) => void) | undefined
  busy: boolean
}

/** One check: what was found, and the button that mends it where one can. */
export function DoctorCheck({ row, onGrant, onMove, busy }: Props) {
  const { service, label, state, text: said, next, grant, domain } = row
  return (
    <li className="row">
      <StatusMark band={state === "ok" ? "healthy" : "poor"} words="silent" />
      <div className="row-main">
        <strong>
          {text.services[service]}: {label}. {text.states[state]}
        </strong>
        <span className="row-meta">
          {said} {next}
        </span>
        {domain && !onMove ? <span className="row-meta">{text.askAdmin(domain)}</span> : null}
      </div>
      {grant ? <Button onClick={() => onGrant(grant)}>{text.grant}</Button> : null}
      {domain && onMove ? (
        <Button busy={busy} onClick={() => onMove(domain)}>
          {text.move(domain)}
        </Button>
      ) : null}
    </li>
  )
}
