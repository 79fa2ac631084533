import { traitRules } from "../health/traits"
import { gainOf } from "./of-trait"
import { steps, type Recommendation } from "./recommendation"

/** No active champion (sections 3d, 6 and 9). */
export const noChampion: Recommendation = {
  id: "no-champion",
  ladder: "relationship",
  source: "3d, 6, 9",
  rule: () => "Relationship - Active Champion? is false.",
  when: ({ facts, churned }) => !churned && facts.traits.activeChampion?.value === false,
  title: () => "Find a champion",
  why: () => "There is no active champion, so nobody advocates for us inside.",
  steps: ({ facts }) => {
    const { redAccount, lighthouse } = facts
    const first: [string, string] =
      lighthouse?.value === true
        ? ["lighthouse", "It is in Lighthouse: make the champion one of the save plan's exit criteria."]
        : redAccount === undefined && facts.emptyFields?.includes("redAccount") !== true
          ? ["lighthouse", "Nominate it for Lighthouse."]
          : redAccount?.value === true
            ? ["red-account", "Account - Red Account? is set: keep the #red-accounts thread going."]
            : [
                "red-account",
                "Set Account - Red Account? in Vitally; it starts the team's #red-accounts thread.",
              ]
    return [...steps(first), ...traitRules.activeChampion.fix]
  },
  links: ["traitsExplained"],
  lift: gainOf("activeChampion"),
  print: ({ facts }) => [facts.redAccount?.value],
}
