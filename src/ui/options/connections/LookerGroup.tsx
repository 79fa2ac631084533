/** The connection to Looker: sign-in through the browser, and the one look that is read. */
import { type SyntheticEvent, useState } from "react"

import { askForSiteAccess } from "~src/messaging/site-access"
import type { Settings } from "~src/messaging/views/settings"
import { Button } from "~src/ui/base/Button"
import { lookerText as text } from "~src/ui/strings/looker"

import { CopyButton } from "../shared/CopyButton"
import { FaultAlert } from "../shared/FaultAlert"
import { TextField } from "../shared/Fields"
import { LookerReading } from "../shared/LookerReading"
import { useAct } from "../shared/use-act"

/** Folded away until it is connected: most read a file or nothing. */
export function LookerGroup({ settings }: { settings: Settings }) {
  const { looker } = settings
  // Stays open when one signs out: the form to sign in again is in it.
  const [isOpen, setOpen] = useState(looker.connected)
  return (
    <details className="card" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{text.group}</summary>
      <div role="group" aria-label={text.group}>
        <p className="field-hint">{text.about}</p>
        {looker.connected ? <SignedIn ui={looker.ui} /> : <SignIn looker={looker} />}
        <AdminNeeds />
      </div>
    </details>
  )
}

function SignIn({ looker }: Pick<Settings, "looker">) {
  const [ui, setUi] = useState(looker.ui)
  const [api, setApi] = useState(looker.api === looker.ui ? "" : looker.api)
  const [clientId, setClientId] = useState(looker.clientId)
  const [source, setSource] = useState(looker.source)
  const signIn = useAct("looker.signIn")
  const refused = signIn.fault ?? (signIn.data?.signedIn === false ? signIn.data.fault : null)

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (signIn.isPending) return
    const send = () => signIn.mutate({ ui, api, clientId, source })
    // Chrome asks only in answer to a click. Without its yes the worker says what is missing.
    void askForSiteAccess([ui, api].flatMap(patternOf)).then(send, send)
  }

  return (
    <form onSubmit={submit} autoComplete="off">
      <TextField label={text.ui} hint={text.uiHint} value={ui} inputMode="url" onChange={setUi} />
      <TextField label={text.api} hint={text.apiHint} value={api} inputMode="url" onChange={setApi} />
      <TextField label={text.clientId} hint={text.clientIdHint} value={clientId} onChange={setClientId} />
      <TextField
        label={text.source}
        hint={text.sourceHint}
        value={source}
        inputMode="url"
        onChange={setSource}
      />
      <FaultAlert fault={refused} />
      <div className="buttons">
        <Button type="submit" kind="primary" busy={signIn.isPending}>
          {text.signIn}
        </Button>
        {signIn.isPending && <span role="status">{text.signingIn}</span>}
      </div>
    </form>
  )
}

/** Chrome's patterns know no port. */
function patternOf(typed: string): string[] {
  const whole = /^\w+:\/\//.test(typed) ? typed : `https://${typed.trim()}`
  return typed.trim() !== "" && URL.canParse(whole) ? [`https://${new URL(whole).hostname}/*`] : []
}

function SignedIn({ ui }: { ui: string }) {
  const signOut = useAct("looker.signOut")
  return (
    <>
      <p role="status">{text.signedIn(new URL(ui).hostname)}</p>
      <LookerReading />
      <div className="buttons">
        <Button kind="danger" busy={signOut.isPending} onClick={() => signOut.mutate({})}>
          {text.signOut}
        </Button>
      </div>
      <FaultAlert fault={signOut.fault} />
    </>
  )
}

function AdminNeeds() {
  // An extension page's host is the extension's id; Chrome derives the callback address from it.
  const callback = `https://${location.host}.chromiumapp.org/looker`
  const origin = `chrome-extension://${location.host}`
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
      <p>
        {text.origin}: <code>{origin}</code> <CopyButton text={origin} />
      </p>
    </details>
  )
}
