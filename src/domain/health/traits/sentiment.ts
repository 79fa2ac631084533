import { setByHand, type TraitRule } from "./rule"

const WORDS: Readonly<Record<string, string>> = {
  healthy: "Healthy",
  concerning: "Concerning",
  poor: "Poor",
}

/** `Account - TA Sentiment`, before February 2024 `Relationship - CE Pulse` (section 3b). */
export const sentiment: TraitRule<string> = {
  key: "sentiment",
  ...setByHand("Account - TA Sentiment"),
  category: "sentiment",
  measures: "The TA's own judgement of the whole account.",
  whyItMatters: "A person's warning comes before the numbers move.",
  valueText: (value) => WORDS[value] ?? value,
  explain: ({ value, status }) =>
    status === "healthy"
      ? "The TA judges the account Healthy."
      : `The TA judges the account ${WORDS[value] ?? value}.`,
  toGreen: () => "A Healthy sentiment",
  fix: [
    {
      id: "name-the-issue",
      text: "Name the issue behind it. If somebody else set it, they can tell you; inherited from an earlier team, find out what was behind it then.",
    },
    { id: "escalate", text: "If it needs resources, escalate to leadership." },
    { id: "set-again", text: "Set Account - TA Sentiment again when the issue is settled." },
  ],
}
