/** The connection to Salesforce: sign-in through the browser, no password and no secret typed here. */
import { type SyntheticEvent, useState } from "react"

import type { Status } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"
import { Button } from "~src/ui/base/Button"
import { Notice } from "~src/ui/base/ErrorNotice"
import { optionsText } from "~src/ui/strings/options"

import { CopyButton } from "../shared/CopyButton"
import { FaultAlert } from "../shared/FaultAlert"
import { TextField } from "../shared/Fields"
import { useAct } from "../shared/use-act"
import { useFocusOnFault } from "../shared/use-focus-on-fault"
import { parseMyDomain } from "./salesforce-domain"
import { ServiceLine } from "./ServiceLine"

const text = optionsText.salesforce

export function SalesforceGroup({ settings, status }: { settings: Settings; status: Status | undefined }) {
  const locked = settings.locked.some((path) => path.startsWith("salesforce."))
  return (
    <fieldset className="card">
      <legend>{text.group}</legend>
      <p className="field-hint">{text.about}</p>
      <ServiceLine service={status?.salesforce} />
      {settings.locked.includes("salesforce.mode") ? (
        <Notice>{text.off}</Notice>
      ) : (
        <SignInForm
          key={locked ? `${settings.salesforce.myDomain}/${settings.salesforce.clientId}` : "form"}
          settings={settings}
        />
      )}
      {settings.salesforce.connected && <SignedInButtons />}
      <AdminNeeds />
    </fieldset>
  )
}

function SignInForm({ settings }: { settings: Settings }) {
  const [myDomain, setMyDomain] = useState(parseMyDomain(settings.salesforce.myDomain))
  const [clientId, setClientId] = useState(settings.salesforce.clientId)
  const [missing, setMissing] = useState<{ domain?: string; clientId?: string }>({})
  const form = useFocusOnFault(missing)
  const signIn = useAct("salesforce.signIn")
  const refused = signIn.fault ?? (signIn.data?.signedIn === false ? signIn.data.fault : null)
  const otherDomain = signIn.data?.signedIn === false ? signIn.data.otherDomain : undefined

  const confirm = (host: string) => {
    const domain = parseMyDomain(host)
    setMyDomain(domain)
    signIn.mutate({ myDomain: domain, clientId: clientId.trim() })
  }

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (signIn.isPending) return
    const domain = parseMyDomain(myDomain)
    setMyDomain(domain)
    const next = {
      ...(domain === "" && { domain: text.needDomain }),
      ...(clientId.trim() === "" && { clientId: text.needClientId }),
    }
    setMissing(next)
    if (next.domain || next.clientId) return
    signIn.mutate({ myDomain: domain, clientId: clientId.trim() })
  }

  return (
    <form ref={form} onSubmit={submit} autoComplete="off">
      <TextField
        label={text.domain}
        hint={text.domainHint}
        value={myDomain}
        suffix=".my.salesforce.com"
        locked={settings.locked.includes("salesforce.myDomain")}
        fault={missing.domain}
        onChange={setMyDomain}
        onBlur={() => setMyDomain(parseMyDomain(myDomain))}
      />
      <TextField
        label={text.clientId}
        hint={text.clientIdHint}
        value={clientId}
        locked={settings.locked.includes("salesforce.clientId")}
        fault={missing.clientId}
        onChange={setClientId}
      />
      <FaultAlert fault={refused} />
      {otherDomain && !settings.locked.includes("salesforce.myDomain") && (
        <div className="buttons">
          <Button onClick={() => confirm(otherDomain)}>{text.useOther(otherDomain)}</Button>
        </div>
      )}
      {signIn.data?.signedIn && <p role="status">{text.signedInAs(signIn.data.user)}</p>}
      <div className="buttons">
        <Button type="submit" kind="primary" busy={signIn.isPending}>
          {text.signIn}
        </Button>
        {signIn.isPending && <span role="status">{text.signingIn}</span>}
      </div>
    </form>
  )
}

function SignedInButtons() {
  const test = useAct("service.test")
  const signOut = useAct("salesforce.signOut")
  return (
    <>
      <div className="buttons">
        <Button busy={test.isPending} onClick={() => test.mutate({ service: "salesforce" })}>
          {optionsText.vitally.test}
        </Button>
        <Button kind="danger" busy={signOut.isPending} onClick={() => signOut.mutate({})}>
          {text.signOut}
        </Button>
      </div>
      {test.isPending && <p role="status">{optionsText.vitally.testing}</p>}
      {test.isSuccess && (
        <>
          {!test.data.salesforce.fault && <p role="status">{test.data.salesforce.text}</p>}
          <FaultAlert fault={test.data.salesforce.fault} />
        </>
      )}
      <FaultAlert fault={test.fault ?? signOut.fault} />
    </>
  )
}

function AdminNeeds() {
  // An extension page's host is the extension's id; Chrome derives the callback address from it.
  const callback = `https://${location.host}.chromiumapp.org/oauth`
  return (
    <details>
      <summary>{text.needs}</summary>
      <ul>
        {text.needsList.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        {text.callback}: <code>{callback}</code> <CopyButton text={callback} />
      </p>
    </details>
  )
}
