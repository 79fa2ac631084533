/** Contact: the promise to every customer, and windows for some teams or tiers. */
import type { ContactWindow } from "~src/domain/policy/policy"
import { optionsText } from "~src/ui/strings/options"

import { useDraft } from "./draft"
import { NumberAt, TextAt, ToggleAt, WordsAt } from "./fields"
import { ListAt } from "./ListAt"
import { WorkingDays } from "./WorkingDays"

const { days, hours, contact: text } = optionsText.policy

export function ContactForm() {
  const { base } = useDraft().policy.contact
  return (
    <div className="stack">
      <h4>{text.base}</h4>
      <div className="pair">
        <NumberAt path="contact.base.dueSoonFrom" label={text.dueSoon} unit={days} />
        <NumberAt path="contact.base.overdueFrom" label={text.overdue} unit={days} />
        <NumberAt path="contact.answerWithinHours" label={text.answer} unit={hours} />
      </div>
      <h4>{text.windows}</h4>
      <ListAt<ContactWindow>
        path="contact.windows"
        legend={(_, index) => text.window(index)}
        removeLabel={(_, index) => text.remove(index)}
        addLabel={text.add}
        fresh={() => ({ teams: [], ...base })}
      >
        {(at, window, remove) => (
          <>
            <div className="pair">
              <WordsAt path={`${at}.teams`} label={text.teams} placeholder={text.all} optional />
              <WordsAt path={`${at}.tiers`} label={text.tiers} placeholder={text.all} optional />
              {remove}
            </div>
            <div className="pair">
              <NumberAt path={`${at}.dueSoonFrom`} label={text.dueSoon} unit={days} optional />
              <NumberAt path={`${at}.overdueFrom`} label={text.overdue} unit={days} optional />
              <ToggleAt path={`${at}.automaticCounts`} label={text.automatic} />
              <ToggleAt path={`${at}.exempt`} label={text.exempt} />
            </div>
            {((window.overdueFrom ?? 0) > base.overdueFrom || window.exempt === true) && (
              <TextAt path={`${at}.looserBecause`} label={text.looser} hint={text.looserHint} optional />
            )}
          </>
        )}
      </ListAt>
      <div className="pair">
        <NumberAt path="contact.sourceFreshHours" label={text.fresh} unit={hours} />
        <NumberAt path="contact.mailSilenceDays" label={text.mailSilence} unit={days} />
        <NumberAt path="contact.disagreementDays" label={text.disagreement} unit={days} />
      </div>
      <WordsAt path="contact.callLikeNoteCategories" label={text.categories} hint={text.categoriesHint} />
      <WorkingDays />
    </div>
  )
}
