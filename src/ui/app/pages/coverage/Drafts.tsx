import { useState } from "react"

import { type CoverInput, coverDrafts } from "~src/domain/week/cover-drafts"
import { SelectField } from "~src/ui/base"
import { cover as words } from "~src/ui/strings/cover"

import { CopyButton } from "../../shared/CopyPrint"

/** Texts composed from the plan: they follow it, and leave a gap if nobody is named. */
export function Drafts(input: CoverInput) {
  const drafts = coverDrafts(input)
  const [chosen, setChosen] = useState("team")
  const draft = drafts.find(({ key }) => key === chosen) ?? drafts[0]
  if (!draft) return null
  const { to, subject, body } = draft
  return (
    <section aria-label={words.drafts} className="no-print">
      <h3>{words.drafts}</h3>
      <div className="filters">
        <SelectField
          label={words.draft}
          value={draft.key}
          onChange={(event) => setChosen(event.target.value)}
        >
          {drafts.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </SelectField>
        <CopyButton text={() => [subject, body].filter(Boolean).join("\n\n")} label={words.copyDraft} />
      </div>
      <div className="scaled-text">
        {subject ? (
          <p>
            <strong>{words.to}</strong> {to.join(", ") || words.toUnknown}
          </p>
        ) : null}
        {subject ? (
          <p>
            <strong>{words.subject}</strong> {subject}
          </p>
        ) : null}
        <p>{body}</p>
      </div>
      <p className="soft">{words.follows}</p>
    </section>
  )
}
