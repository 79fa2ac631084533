/** Asks for the user's agreement, in plain words, before anything is read. */
import { consentVersion } from "~src/messaging/consent"
import type { Settings } from "~src/messaging/views/settings"
import { Button } from "~src/ui/base/Button"
import { consentText as text } from "~src/ui/strings/consent"

import { FaultAlert } from "../shared/FaultAlert"
import { useAct } from "../shared/use-act"
import { PrivacyDetails } from "./PrivacyDetails"

export function ConsentCard({ settings }: { settings: Settings }) {
  const give = useAct("consent.give")
  return (
    <section className="card consent" aria-labelledby="consent-title">
      <h2 id="consent-title">{text.title}</h2>
      {settings.consent !== null && <p role="status">{text.changed}</p>}
      <p>{text.lead}</p>
      <dl>
        {text.parts.map(({ title, text: body }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{body}</dd>
          </div>
        ))}
      </dl>
      <PrivacyDetails />
      <div className="buttons">
        <Button kind="primary" busy={give.isPending} onClick={() => give.mutate({ version: consentVersion })}>
          {text.agree}
        </Button>
      </div>
      <FaultAlert fault={give.fault} />
    </section>
  )
}
