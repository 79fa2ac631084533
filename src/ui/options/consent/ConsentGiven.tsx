/** When the user agreed, and the way back. */
import { useState } from "react"

import type { Settings } from "~src/messaging/views/settings"
import { Button } from "~src/ui/base/Button"
import { consentText as text } from "~src/ui/strings/consent"

import { ConfirmDialog } from "../shared/ConfirmDialog"
import { momentText } from "../data/words"
import { FaultAlert } from "../shared/FaultAlert"
import { useAct } from "../shared/use-act"
import { PrivacyDetails } from "./PrivacyDetails"

export function ConsentGiven({ settings: { consent, locked } }: { settings: Settings }) {
  const [asking, setAsking] = useState(false)
  const withdraw = useAct("consent.withdraw")
  if (!consent) return null
  const isManaged = locked.includes("consent")
  const choose = (deleteData: boolean) => () => {
    setAsking(false)
    withdraw.mutate({ deleteData })
  }
  return (
    <div className="card">
      <p>
        {isManaged ? text.byAdministrator : text.given(momentText(consent.at))}{" "}
        {text.version(consent.version)}
      </p>
      <PrivacyDetails />
      {!isManaged && (
        <div className="buttons">
          <Button kind="danger" busy={withdraw.isPending} onClick={() => setAsking(true)}>
            {text.withdraw}
          </Button>
        </div>
      )}
      <FaultAlert fault={withdraw.fault} />
      {asking && (
        <ConfirmDialog
          title={text.confirm.title}
          choices={[
            { label: text.confirm.keep, onChoose: choose(false) },
            { label: text.confirm.delete, danger: true, onChoose: choose(true) },
          ]}
          onCancel={() => setAsking(false)}
        >
          <p>{text.confirm.body}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
