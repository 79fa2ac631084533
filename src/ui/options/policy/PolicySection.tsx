/** The policy: presets and files, the forms, what they would change, and what differs from the preset. */
import type { ReactNode } from "react"

import { Notice } from "~src/ui/base/ErrorNotice"
import { optionsText } from "~src/ui/strings/options"

import { LazyDisclosure } from "../shared/LazyDisclosure"
import { CadencesForm } from "./CadencesForm"
import { ContactForm } from "./ContactForm"
import { DigitalForm } from "./DigitalForm"
import { DiffTable } from "./DiffTable"
import { useDraft } from "./draft"
import { TextAt } from "./fields"
import { HealthForm } from "./HealthForm"
import { PolicyFile } from "./PolicyFile"
import { Preview } from "./Preview"
import { RefusalList } from "./RefusalList"
import { RenewalForm } from "./RenewalForm"
import { SalesforceForm } from "./SalesforceForm"
import { ScenariosForm } from "./ScenariosForm"
import { TierCounts } from "./TierCounts"
import { TiersForm } from "./TiersForm"
import { WithDraft } from "./WithDraft"

const text = optionsText.policy

const forms: { title: string; render: () => ReactNode }[] = [
  { title: text.forms.tiers, render: () => <TiersForm /> },
  { title: text.forms.health, render: () => <HealthForm /> },
  { title: text.forms.contact, render: () => <ContactForm /> },
  { title: text.forms.renewal, render: () => <RenewalForm /> },
  { title: text.forms.salesforce, render: () => <SalesforceForm /> },
  { title: text.forms.cadences, render: () => <CadencesForm /> },
  { title: text.forms.digital, render: () => <DigitalForm /> },
  { title: text.forms.scenarios, render: () => <ScenariosForm /> },
]

/** The forms, once the policy is there. */
export function PolicySection() {
  return (
    <WithDraft>
      <Forms />
    </WithDraft>
  )
}

function Forms() {
  const { view, locked } = useDraft()
  const { fault } = view.managed
  return (
    <>
      {locked && !fault && <Notice>{text.locked}</Notice>}
      {fault && <RefusalList title={fault.reason} faults={fault.faults} />}
      <div className="card">
        <TextAt path="name" label={text.name} />
        <PolicyFile />
        <TierCounts />
      </div>
      <div className="card">
        <h3>{text.rules}</h3>
        {forms.map(({ title, render }) => (
          <LazyDisclosure key={title} summary={<span className="form-title">{title}</span>} render={render} />
        ))}
      </div>
      <div className="card">
        <h3>{text.preview.title}</h3>
        <Preview />
      </div>
      <div className="card">
        <h3>{text.diff.title}</h3>
        <DiffTable view={view} />
      </div>
    </>
  )
}
