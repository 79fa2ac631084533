/** Region, subdomain and key. The key leaves this form once and is cleared as soon as it works. */
import { type SyntheticEvent, useState } from "react"

import type { Fault } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"
import { Button } from "~src/ui/base/Button"
import { optionsText } from "~src/ui/strings/options"

import { FaultAlert } from "../shared/FaultAlert"
import { Radios, TextField } from "../shared/Fields"
import { useAct } from "../shared/use-act"
import { useFocusOnFault } from "../shared/use-focus-on-fault"
import { parseWorkspaceAddress } from "./workspace-address"

const text = optionsText.vitally

export function ConnectForm({ settings }: { settings: Settings }) {
  const [region, setRegion] = useState(settings.vitally.region)
  const [subdomain, setSubdomain] = useState(settings.vitally.subdomain)
  const [apiKey, setApiKey] = useState("")
  const [missing, setMissing] = useState<{ subdomain?: string; key?: string }>({})
  const form = useFocusOnFault(missing)
  const connect = useAct("vitally.connect")
  const isLocked = (path: string) => settings.locked.includes(path)
  const refused: Fault | null =
    connect.fault ?? (connect.data?.connected === false ? connect.data.fault : null)

  const applyAddress = () => {
    const address = parseWorkspaceAddress(subdomain)
    setSubdomain(address.subdomain)
    if (address.region && !isLocked("vitally.region")) setRegion(address.region)
    return { subdomain: address.subdomain, region: address.region ?? region }
  }

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (connect.isPending) return
    const address = applyAddress()
    const next = {
      ...(address.subdomain === "" && { subdomain: text.needSubdomain }),
      ...(apiKey.trim() === "" && { key: text.needKey }),
    }
    setMissing(next)
    if (next.subdomain || next.key) return
    connect.mutate(
      { region: address.region, subdomain: address.subdomain, apiKey: apiKey.trim() },
      { onSuccess: (reply) => reply.connected && setApiKey("") },
    )
  }

  return (
    <form ref={form} onSubmit={submit} autoComplete="off">
      <Radios
        legend={text.region}
        value={region}
        locked={isLocked("vitally.region")}
        options={[
          { value: "us", label: text.us },
          { value: "eu", label: text.eu },
        ]}
        onChange={setRegion}
      />
      <TextField
        label={text.subdomain}
        hint={text.subdomainHint}
        value={subdomain}
        locked={isLocked("vitally.subdomain")}
        fault={missing.subdomain}
        suffix={region === "eu" ? ".vitally-eu.io" : ".vitally.io"}
        onChange={setSubdomain}
        onBlur={applyAddress}
      />
      <TextField
        label={text.key}
        hint={`${text.keyHint} ${text.keySafety}`}
        value={apiKey}
        secret
        placeholder={settings.vitally.connected ? text.keyStored : ""}
        fault={missing.key}
        onChange={setApiKey}
      />
      <FaultAlert fault={refused} />
      <div className="buttons">
        <Button type="submit" kind="primary" busy={connect.isPending}>
          {text.connect}
        </Button>
        {connect.isPending && <span role="status">{text.connecting}</span>}
      </div>
    </form>
  )
}
