/** When recommendations and risks apply, how many are shown, and what playbooks are called here. */
import type { NameKey } from "~src/domain/policy/policy"
import { optionsText } from "~src/ui/strings/options"

import { useDraft } from "./draft"
import { NumberAt, TextAt, WordsAt } from "./fields"

const { days, scenarios: text } = optionsText.policy

export function ScenariosForm() {
  const { policy } = useDraft()
  return (
    <div className="stack">
      <div className="pair">
        <NumberAt path="scenarios.shown" label={text.shown} />
        <NumberAt path="scenarios.housekeepingMax" label={text.housekeeping} />
      </div>
      <div className="pair">
        <NumberAt path="scenarios.lowUtilization.below" label={text.lowBelow} kind="percent" />
        <NumberAt path="scenarios.lowUtilization.minTenureDays" label={text.lowTenure} unit={days} />
        <NumberAt path="scenarios.lowUtilization.updateEveryDays" label={text.lowUpdate} unit={days} />
      </div>
      <div className="pair">
        <NumberAt path="scenarios.getWellUpdateEveryDays" label={text.getWell} unit={days} />
        <NumberAt path="scenarios.lighthouseUpdateEveryDays" label={text.lighthouse} unit={days} />
        <NumberAt path="scenarios.planReminderDays" label={text.plan} unit={days} />
      </div>
      <div className="pair">
        <NumberAt path="scenarios.handOffDaysBeforeClose" label={text.handOff} unit={days} />
        <NumberAt path="scenarios.handOffSupportLevelDaysBefore" label={text.supportLevel} unit={days} />
        <NumberAt path="scenarios.transitionDays" label={text.transition} unit={days} />
        <NumberAt path="scenarios.expansionFrom" label={text.expansion} kind="percent" />
      </div>
      <WordsAt path="scenarios.lighthouseAnyRiskTeams" label={text.anyRisk} />
      <h4>{text.risks}</h4>
      <div className="pair">
        <NumberAt path="risks.silentDays" label={text.silent} unit={days} />
        <NumberAt path="risks.noProductionDays" label={text.noProduction} unit={days} />
        <NumberAt path="risks.noProductionUntilDays" label={text.noProductionUntil} unit={days} />
        <NumberAt path="risks.churnRetroOverArr" label={text.churnRetro} />
        <NumberAt path="risks.churnRetroWithinDays" label={text.churnRetroWithin} unit={days} />
      </div>
      {policy.risks.roles.map((_, index) => (
        <div key={index} className="pair">
          <WordsAt path={`risks.roles.${index}.teams`} label={text.roleTeams} optional />
          <WordsAt path={`risks.roles.${index}.roles`} label={text.roles} />
        </div>
      ))}
      <h4>{text.names}</h4>
      <p className="field-hint">{text.namesHint}</p>
      <div className="columns">
        {(Object.keys(policy.names) as NameKey[]).map((key) => (
          <TextAt key={key} path={`names.${key}`} label={text.nameLabels[key]} />
        ))}
      </div>
      <div className="pair">
        <NumberAt path="fiscalYearFirstMonth" label={text.fiscal} hint={text.fiscalHint} />
      </div>
    </div>
  )
}
