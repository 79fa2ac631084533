import type { ActionStep } from "../../assessment"
import type { AccountFacts } from "../../facts"
import { setByHand, type TraitRule, yesNo } from "./rule"

/** `Relationship - Active Champion?` (sections 3b and 9). */
export const activeChampion: TraitRule<boolean> = {
  key: "activeChampion",
  ...setByHand("Relationship - Active Champion?"),
  category: "relationships",
  measures: "Whether someone there has influence, sells for us and sees our success as theirs.",
  whyItMatters: "Without a champion nobody advocates for us inside.",
  valueText: yesNo,
  explain: ({ value }) =>
    value
      ? "There is an active champion. Re-test often: influence, sells for us, sees our success as theirs."
      : "There is no active champion: nobody who has influence, sells for us and sees our success as theirs.",
  toGreen: () => "An active champion",
  fix: [
    {
      id: "personal-goal",
      text: "Find a contact's personal goal and help achieve it.",
    },
    { id: "exec-sponsor", text: "Ask for an executive sponsor." },
    {
      id: "re-test",
      text: "Test every candidate: has influence, sells for us, sees our success as theirs.",
    },
  ],
}

/** Steps that lean on a champion, for a customer who is known to have none. */
export function withoutChampion(steps: readonly ActionStep[], { traits }: AccountFacts): ActionStep[] {
  if (traits.activeChampion?.value !== false) return [...steps]
  return steps.map(({ id, text }) => ({ id, text: text.replaceAll("the champion", "your main contact") }))
}
