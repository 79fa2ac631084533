/** Where recommendations lead, and what there is to share: parts of the policy. */
import type { LibraryItem, LinkKey } from "~src/domain/policy"
import { Button, IconButton } from "~src/ui/base/Button"
import { optionsText } from "~src/ui/strings/options"

import { useDraft } from "../policy/draft"
import { ChoiceAt, NumberAt, TextAt, WordsAt } from "../policy/fields"
import { WithDraft } from "../policy/WithDraft"

const text = optionsText.links

export function LinksSection() {
  return (
    <WithDraft>
      <Links />
      <Library />
    </WithDraft>
  )
}

function Links() {
  const { policy } = useDraft()
  return (
    <div className="card">
      <h3>{text.links}</h3>
      <p className="field-hint">{text.linksHint}</p>
      <div className="columns">
        {(Object.keys(policy.links) as LinkKey[]).map((key) => (
          <TextAt key={key} path={`links.${key}`} label={text.labels[key]} placeholder="https://" url />
        ))}
      </div>
    </div>
  )
}

function Library() {
  const { policy, locked, edit } = useDraft()
  const { library } = policy
  const change = (next: LibraryItem[]) => edit("library", next)
  return (
    <div className="card">
      <h3>{text.library}</h3>
      <p className="field-hint">{text.libraryHint}</p>
      {library.map((item, index) => (
        // Items have no id of their own; title and address are being typed.
        <fieldset key={index} className="subcard">
          <legend className="sr-only">{text.item(item.title, index)}</legend>
          <div className="pair">
            <TextAt path={`library.${index}.title`} label={text.title} />
            <TextAt path={`library.${index}.url`} label={text.url} placeholder="https://" url />
            {!locked && (
              <IconButton
                icon="close"
                label={text.remove(item.title)}
                onClick={() => change(library.filter((_, other) => other !== index))}
              />
            )}
          </div>
          <div className="pair">
            <ChoiceAt path={`library.${index}.tag`} label={text.tag} options={text.tags} />
            <TextAt path={`library.${index}.date`} label={text.date} placeholder="2026-11-23" optional />
            <NumberAt path={`library.${index}.versionsBelow`} label={text.versions} optional />
            <WordsAt path={`library.${index}.features`} label={text.features} optional />
          </div>
        </fieldset>
      ))}
      {!locked && (
        <div className="buttons">
          <Button icon="plus" onClick={() => change([...library, { title: "", url: "" }])}>
            {text.add}
          </Button>
        </div>
      )}
    </div>
  )
}
