/** Where recommendations lead, and what there is to share: parts of the policy. */
import type { DashboardLink, LibraryItem, LinkKey } from "~src/domain/policy/policy"
import { optionsText } from "~src/ui/strings/options"

import { useDraft } from "../policy/draft"
import { ChoiceAt, NumberAt, TextAt, WordsAt } from "../policy/fields"
import { ListAt } from "../policy/ListAt"
import { WithDraft } from "../policy/WithDraft"

const text = optionsText.links

export function LinksSection() {
  return (
    <WithDraft>
      <Links />
      <Dashboards />
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

function Dashboards() {
  return (
    <div className="card">
      <h3>{text.dashboards}</h3>
      <p className="field-hint">{text.dashboardsHint}</p>
      <ListAt<DashboardLink>
        path="dashboards"
        legend={({ label }, index) => text.dashboard(label, index)}
        removeLabel={({ label }) => text.remove(label)}
        addLabel={text.addDashboard}
        fresh={() => ({ label: "", url: "" })}
      >
        {(at, _item, remove) => (
          <div className="pair">
            <TextAt path={`${at}.label`} label={text.title} />
            <TextAt path={`${at}.url`} label={text.url} placeholder="https://" url wide />
            {remove}
          </div>
        )}
      </ListAt>
    </div>
  )
}

function Library() {
  return (
    <div className="card">
      <h3>{text.library}</h3>
      <p className="field-hint">{text.libraryHint}</p>
      <ListAt<LibraryItem>
        path="library"
        legend={({ title }, index) => text.item(title, index)}
        removeLabel={({ title }) => text.remove(title)}
        addLabel={text.add}
        fresh={() => ({ title: "", url: "" })}
      >
        {(at, _item, remove) => (
          <>
            <div className="pair">
              <TextAt path={`${at}.title`} label={text.title} />
              <TextAt path={`${at}.url`} label={text.url} placeholder="https://" url wide />
              {remove}
            </div>
            <div className="pair">
              <ChoiceAt path={`${at}.tag`} label={text.tag} options={text.tags} />
              <TextAt path={`${at}.date`} label={text.date} placeholder="2026-11-23" optional />
              <NumberAt path={`${at}.versionsBelow`} label={text.versions} optional />
              <WordsAt path={`${at}.features`} label={text.features} optional />
            </div>
          </>
        )}
      </ListAt>
    </div>
  )
}
