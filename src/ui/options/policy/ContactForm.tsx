/** Contact: the promise to every customer, and windows for some teams or tiers. */
import type { ContactWindow } from "~src/domain/policy"
import { Button, IconButton } from "~src/ui/base/Button"
import { optionsText } from "~src/ui/strings/options"

import { useDraft } from "./draft"
import { NumberAt, TextAt, ToggleAt, WordsAt } from "./fields"

const { days, hours, contact: text } = optionsText.policy

export function ContactForm() {
  const { policy, locked, edit } = useDraft()
  const { base, windows } = policy.contact
  const change = (next: ContactWindow[]) => edit("contact.windows", next)
  return (
    <div className="stack">
      <h4>{text.base}</h4>
      <div className="pair">
        <NumberAt path="contact.base.dueSoonFrom" label={text.dueSoon} unit={days} />
        <NumberAt path="contact.base.overdueFrom" label={text.overdue} unit={days} />
        <NumberAt path="contact.answerWithinHours" label={text.answer} unit={hours} />
      </div>
      <h4>{text.windows}</h4>
      {windows.map((window, index) => (
        // Windows have no id of their own.
        <fieldset key={index} className="subcard">
          <legend className="sr-only">{text.window(index)}</legend>
          <div className="pair">
            <WordsAt path={`contact.windows.${index}.teams`} label={text.teams} optional />
            <WordsAt path={`contact.windows.${index}.tiers`} label={text.tiers} optional />
            <NumberAt
              path={`contact.windows.${index}.dueSoonFrom`}
              label={text.dueSoon}
              unit={days}
              optional
            />
            <NumberAt
              path={`contact.windows.${index}.overdueFrom`}
              label={text.overdue}
              unit={days}
              optional
            />
            {!locked && (
              <IconButton
                icon="close"
                label={text.remove(index)}
                onClick={() => change(windows.filter((_, other) => other !== index))}
              />
            )}
          </div>
          <div className="pair">
            <ToggleAt path={`contact.windows.${index}.automaticCounts`} label={text.automatic} />
            <ToggleAt path={`contact.windows.${index}.exempt`} label={text.exempt} />
          </div>
          {((window.overdueFrom ?? 0) > base.overdueFrom || window.exempt === true) && (
            <TextAt
              path={`contact.windows.${index}.looserBecause`}
              label={text.looser}
              hint={text.looserHint}
              optional
            />
          )}
        </fieldset>
      ))}
      {!locked && (
        <div className="buttons">
          <Button icon="plus" onClick={() => change([...windows, { teams: [], ...base }])}>
            {text.add}
          </Button>
        </div>
      )}
      <div className="pair">
        <NumberAt path="contact.sourceFreshHours" label={text.fresh} unit={hours} />
        <NumberAt path="contact.mailSilenceDays" label={text.mailSilence} unit={days} />
        <NumberAt path="contact.disagreementDays" label={text.disagreement} unit={days} />
      </div>
      <WordsAt path="contact.callLikeNoteCategories" label={text.categories} hint={text.categoriesHint} />
    </div>
  )
}
