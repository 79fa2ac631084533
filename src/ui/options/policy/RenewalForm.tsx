/** Lifecycle and renewal: when stages begin and what a renewal asks for, and when. */
import { optionsText } from "~src/ui/strings/options"

import { ChoiceAt, NumberAt, TextAt, ToggleAt, WordsAt } from "./fields"

const { days, renewal: text } = optionsText.policy

export function RenewalForm() {
  return (
    <div className="stack">
      <div className="pair">
        <NumberAt path="renewal.earlyDays" label={text.early} unit={days} />
        <NumberAt path="renewal.formalDays" label={text.formal} unit={days} />
        <NumberAt path="lifecycle.renewingDays" label={text.renewing} unit={days} />
      </div>
      <ToggleAt path="renewal.earlyAssessment" label={text.assessment} />
      <ToggleAt path="renewal.yellowRedMeeting" label={text.meeting} />
      <ToggleAt path="renewal.yellowSavePlan" label={text.savePlan} />
      <WordsAt path="renewal.aeLeadsTeams" label={text.aeLeads} />
      <div className="pair">
        <NumberAt path="renewal.licenceDaysBefore" label={text.licenceBefore} unit={days} />
        <NumberAt path="renewal.licenceDaysAfter" label={text.licenceAfter} unit={days} />
        <NumberAt path="renewal.extensionMaxDays" label={text.extension} unit={days} />
      </div>
      <div className="pair">
        <ChoiceAt path="renewal.officialDate" label={text.officialDate} options={text.systems} />
        <ChoiceAt path="renewal.officialArr" label={text.officialArr} options={text.systems} />
      </div>
      <WordsAt path="renewal.deadContractWords" label={text.deadContracts} hint={text.deadContractsHint} />
      <h4>{text.lifecycle}</h4>
      <div className="pair">
        {(["prospect", "onboarding", "adopting", "nurturing", "renewing"] as const).map((stage) => (
          <TextAt key={stage} path={`lifecycle.names.${stage}`} label={text.stages[stage]} />
        ))}
      </div>
      <div className="pair">
        <NumberAt path="lifecycle.prospectDaysBeforeClose" label={text.prospect} unit={days} />
        <NumberAt path="lifecycle.onboardingDays" label={text.onboarding} unit={days} />
        <NumberAt path="lifecycle.nurturingLostAfterDays" label={text.nurturingLost} unit={days} />
      </div>
      <div className="pair">
        <NumberAt path="lifecycle.nurturing.mauOverSeats" label={text.nurturingMau} kind="percent" />
        <NumberAt path="lifecycle.nurturing.dauOverMau" label={text.nurturingDau} kind="percent" />
        <NumberAt path="lifecycle.adoptionGoal.mauOverSeats" label={text.goal} kind="percent" />
        <NumberAt path="lifecycle.adoptionGoal.days" label={text.goalDays} unit={days} />
      </div>
    </div>
  )
}
