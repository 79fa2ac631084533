import type { ActionStep } from "../../assessment"
import { withoutChampion } from "./active-champion"
import { setByHand, type TraitRule, yesNo } from "./rule"

const introduction: ActionStep = {
  id: "introduction",
  text: "Ask the champion for an introduction; offer a one-page results summary.",
}

/** `Relationship - Access to buyer?` (section 3b). */
export const accessToBuyer: TraitRule<boolean> = {
  key: "accessToBuyer",
  ...setByHand("Relationship - Access to buyer?"),
  category: "relationships",
  measures: "Whether there is an open line to the buyer, or the renewal's buyer.",
  whyItMatters: "Without it the renewal is a blind spot.",
  valueText: yesNo,
  explain: ({ value, facts }) =>
    value
      ? "There is an open line to the buyer."
      : `We can't reach the person who signs. ${withoutChampion([introduction], facts)[0]?.text ?? ""}`,
  toGreen: () => "An open line to the buyer",
  fix: [
    { id: "align", text: "Align the account team on who the buyer is and who asks." },
    introduction,
    { id: "exec-help", text: "Ask an executive of ours for help." },
    { id: "gather-wins", text: "Gather wins together with the champion." },
    { id: "deck", text: "Build a CBR-style deck they can present themselves." },
  ],
}
