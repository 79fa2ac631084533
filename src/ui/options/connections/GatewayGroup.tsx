/** The team gateway: the company's sign-in in place of an API key. */
import { type SyntheticEvent, useState } from "react"

import type { Settings } from "~src/messaging/views/settings"
import { Button } from "~src/ui/base/Button"
import { gatewayText as text } from "~src/ui/strings/gateway"

import { FaultAlert } from "../shared/FaultAlert"
import { TextField, Toggle } from "../shared/Fields"
import { useAct } from "../shared/use-act"
import { useChange } from "../shared/use-change"
import { parseWorkspaceAddress } from "./workspace-address"

/** Open at once where an administrator has set it up, else folded away: one person needs a key and no gateway. */
export function GatewayGroup({ settings }: { settings: Settings }) {
  const { gateway, vitally, locked } = settings
  const signedIn = gateway.user !== "" && vitally.connected
  const managed = locked.includes("gateway.url")
  return (
    <details className="card" open={managed || signedIn}>
      <summary>{text.group}</summary>
      <div role="group" aria-label={text.group}>
        <p className="field-hint">{text.about}</p>
        {signedIn ? <SignedIn settings={settings} /> : <SignIn key={gateway.url} settings={settings} />}
        <ReadOnly settings={settings} />
      </div>
    </details>
  )
}

function SignIn({ settings: { gateway, vitally, locked } }: { settings: Settings }) {
  const [url, setUrl] = useState(gateway.url)
  const [issuer, setIssuer] = useState(gateway.issuer)
  const [clientId, setClientId] = useState(gateway.clientId)
  const [subdomain, setSubdomain] = useState(vitally.subdomain)
  const signIn = useAct("gateway.signIn")
  const refused = signIn.fault ?? (signIn.data?.signedIn === false ? signIn.data.fault : null)

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (signIn.isPending) return
    const address = parseWorkspaceAddress(subdomain)
    setSubdomain(address.subdomain)
    const region = address.region ?? vitally.region
    signIn.mutate({ url, issuer, clientId, region, subdomain: address.subdomain })
  }

  return (
    <form onSubmit={submit} autoComplete="off">
      <TextField
        label={text.url}
        hint={text.urlHint}
        value={url}
        locked={locked.includes("gateway.url")}
        onChange={setUrl}
      />
      <TextField
        label={text.issuer}
        hint={text.issuerHint}
        value={issuer}
        locked={locked.includes("gateway.issuer")}
        onChange={setIssuer}
      />
      <TextField
        label={text.clientId}
        value={clientId}
        locked={locked.includes("gateway.clientId")}
        onChange={setClientId}
      />
      <TextField
        label={text.subdomain}
        hint={text.subdomainHint}
        value={subdomain}
        locked={locked.includes("vitally.subdomain")}
        onChange={setSubdomain}
      />
      <FaultAlert fault={refused} />
      <div className="buttons">
        <Button type="submit" kind="primary" busy={signIn.isPending}>
          {text.signIn}
        </Button>
        {signIn.isPending && <span role="status">{text.signingIn}</span>}
      </div>
      <p className="field-hint">
        {text.callback} <code>{`https://${location.host}.chromiumapp.org/gateway`}</code>
      </p>
    </form>
  )
}

/** Also for a key of one's own: a team may try this out without changing anything. */
function ReadOnly({ settings }: { settings: Settings }) {
  const { change } = useChange()
  return (
    <Toggle
      label={text.readOnly}
      hint={text.readOnlyHint}
      checked={settings.readOnly}
      locked={settings.locked.includes("readOnly")}
      onChange={(readOnly) => void change({ readOnly })}
    />
  )
}

function SignedIn({ settings: { gateway } }: { settings: Settings }) {
  const signOut = useAct("gateway.signOut")
  return (
    <>
      <p role="status">{text.signedInAs(gateway.user)}</p>
      {gateway.tier !== "" && <p>{text.tiers[gateway.tier]}</p>}
      <p className="field-hint">{text.by(gateway.url)}</p>
      <FaultAlert fault={signOut.fault} />
      <div className="buttons">
        <Button kind="danger" busy={signOut.isPending} onClick={() => signOut.mutate({})}>
          {text.signOut}
        </Button>
      </div>
    </>
  )
}
