/** Why a service does not answer, check by check, each with its next step; copied without customer data. */
import { askForSiteAccess } from "~src/messaging/site-access"
import type { DoctorRow } from "~src/messaging/contract"
import { Button } from "~src/ui/base/Button"
import { optionsText } from "~src/ui/strings/options"

import { CopyButton } from "../shared/CopyButton"
import { FaultAlert } from "../shared/FaultAlert"
import { useAct } from "../shared/use-act"

const text = optionsText.doctor

export function ConnectionDoctor() {
  const check = useAct("connection.check")
  const rows = check.data?.rows ?? []
  const run = () => check.mutate({})
  return (
    <section className="card" aria-label={text.title}>
      <h3>{text.title}</h3>
      <p className="field-hint">{text.about}</p>
      <div className="buttons">
        <Button onClick={run} disabled={check.isPending}>
          {check.isPending ? text.running : text.run}
        </Button>
        {rows.length > 0 ? <CopyButton text={rows.map(line).join("\n")} label={text.copy} /> : null}
      </div>
      <FaultAlert fault={check.fault} />
      {rows.length > 0 ? (
        <ul className="rows" aria-label={text.results}>
          {rows.map((row) => (
            <Check key={`${row.service}-${row.id}`} row={row} again={run} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function Check({ row, again }: { row: DoctorRow; again: () => void }) {
  const { service, label, state, text: said, next, grant, domain } = row
  // Chrome asks only in answer to the click itself: nothing is awaited before.
  const give = (origins: string[]) => void askForSiteAccess(origins).then(again)
  return (
    <li className="row">
      <div className="row-main">
        <strong>
          {text.services[service]}: {label}. {text.states[state]}
        </strong>
        <span className="row-meta">
          {said} {next}
        </span>
        {domain ? <span className="row-meta">{text.domain(domain)}</span> : null}
      </div>
      {grant ? <Button onClick={() => give(grant)}>{text.grant}</Button> : null}
    </li>
  )
}

const line = ({ service, label, state, text: said, next = "" }: DoctorRow) =>
  `${text.services[service]}, ${label}: ${text.states[state]}. ${said} ${next}`.trim()
