/** The connection to Vitally: key, who I am, state, sync, disconnect. */
import { useState } from "react"

import type { Status } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"
import { Button } from "~src/ui/base/Button"
import { optionsText } from "~src/ui/strings/options"

import { ConfirmDialog } from "../shared/ConfirmDialog"
import { FaultAlert } from "../shared/FaultAlert"
import { useAct } from "../shared/use-act"
import { ConnectForm } from "./ConnectForm"
import { ServiceLine } from "./ServiceLine"
import { SyncProgress } from "./SyncProgress"
import { WhoAmI } from "./WhoAmI"

const text = optionsText.vitally

export function VitallyGroup({ settings, status }: { settings: Settings; status: Status | undefined }) {
  const connected = settings.vitally.connected
  const locked = settings.locked.includes("vitally.subdomain")
  return (
    <fieldset className="card">
      <legend>{text.group}</legend>
      <p className="field-hint">{text.about}</p>
      <ServiceLine service={status?.vitally} />
      <ConnectForm key={locked ? settings.vitally.subdomain : "form"} settings={settings} />
      {connected && (
        <>
          <WhoAmI settings={settings} />
          {status?.vitally.state === "connected" && <SyncProgress sync={status.sync} />}
          <ConnectedButtons />
        </>
      )}
    </fieldset>
  )
}

function ConnectedButtons() {
  const [asking, setAsking] = useState(false)
  const test = useAct("service.test")
  const sync = useAct("sync.now")
  const disconnect = useAct("vitally.disconnect")
  const choose = (deleteCache: boolean) => {
    setAsking(false)
    disconnect.mutate({ deleteCache })
  }
  return (
    <>
      <div className="buttons">
        <Button busy={test.isPending} onClick={() => test.mutate({ service: "vitally" })}>
          {text.test}
        </Button>
        <Button busy={sync.isPending} onClick={() => sync.mutate({})}>
          {optionsText.sync.now}
        </Button>
        <Button busy={sync.isPending} onClick={() => sync.mutate({ full: true })}>
          {optionsText.sync.full}
        </Button>
        <Button kind="danger" onClick={() => setAsking(true)}>
          {text.disconnect}
        </Button>
      </div>
      {test.isPending && <p role="status">{text.testing}</p>}
      {test.isSuccess && (
        <>
          {!test.data.vitally.fault && <p role="status">{test.data.vitally.text}</p>}
          <FaultAlert fault={test.data.vitally.fault} />
        </>
      )}
      <FaultAlert fault={test.fault ?? sync.fault ?? disconnect.fault} />
      {asking && (
        <ConfirmDialog
          title={optionsText.disconnect.title(text.group)}
          choices={[
            { label: optionsText.disconnect.keepCache, onChoose: () => choose(false) },
            { label: optionsText.disconnect.deleteCache, danger: true, onChoose: () => choose(true) },
          ]}
          onCancel={() => setAsking(false)}
        >
          <p>{optionsText.disconnect.body}</p>
          <p>{optionsText.disconnect.unsent}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
