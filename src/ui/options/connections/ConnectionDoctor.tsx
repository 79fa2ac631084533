/** Why a service does not answer, check by check, each with its next step; copied without customer data. */
import { useState } from "react"

import { askForSiteAccess } from "~src/messaging/site-access"
import type { DoctorRow, Fault } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"
import { Button } from "~src/ui/base/Button"
import { optionsText } from "~src/ui/strings/options"

import { CopyButton } from "../shared/CopyButton"
import { FaultAlert } from "../shared/FaultAlert"
import { useAct } from "../shared/use-act"
import { DoctorCheck } from "./DoctorCheck"

const text = optionsText.doctor

export function ConnectionDoctor({ settings }: { settings: Settings }) {
  const check = useAct("connection.check")
  const signIn = useAct("salesforce.signIn")
  const [refused, setRefused] = useState<Fault | null>(null)
  const rows = check.data?.rows ?? []
  const run = () => {
    setRefused(null)
    check.mutate({})
  }
  // Chrome asks only in answer to the click itself: nothing is awaited before.
  const grant = (origins: string[]) =>
    void askForSiteAccess(origins).then(
      (given) => (given ? run() : setRefused(text.notGranted)),
      () => setRefused(text.notGranted),
    )
  const move = (myDomain: string) =>
    signIn.mutate(
      { myDomain, clientId: settings.salesforce.clientId },
      { onSuccess: ({ signedIn }) => signedIn && run() },
    )
  const denied = signIn.fault ?? (signIn.data?.signedIn === false ? signIn.data.fault : null)
  return (
    <section className="card" aria-label={text.title} aria-busy={check.isPending}>
      <h3>{text.title}</h3>
      <p className="field-hint">{text.about}</p>
      <div className="buttons">
        <Button onClick={run} busy={check.isPending}>
          {check.isPending ? text.running : text.run}
        </Button>
        {rows.length > 0 ? <CopyButton text={rows.map(line).join("\n")} label={text.copy} /> : null}
      </div>
      <p role="status">{check.isPending || !check.data ? "" : text.outcome(rows.filter(isProblem).length)}</p>
      <FaultAlert fault={check.fault} onRetry={run} />
      <FaultAlert fault={refused ?? denied} />
      {rows.length > 0 ? (
        <ul className="rows" aria-label={text.results}>
          {rows.map((row) => (
            <DoctorCheck
              key={`${row.service}-${row.id}`}
              row={row}
              onGrant={grant}
              onMove={settings.locked.includes("salesforce.myDomain") ? undefined : move}
              busy={signIn.isPending}
            />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

const isProblem = ({ state }: DoctorRow) => state === "problem"

const line = ({ service, label, state, text: said, next = "" }: DoctorRow) =>
  `${text.services[service]}, ${label}: ${text.states[state]}. ${said} ${next}`.trim()
