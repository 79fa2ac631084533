import type { TraitRule } from "./rule"

const WORDS: Readonly<Record<string, string>> = {
  healthy: "Healthy",
  concerning: "Concerning",
  poor: "Poor",
}

/** `Account - TA Sentiment`, before February 2024 `Relationship - CE Pulse` (section 3b). */
export const sentiment: TraitRule<string> = {
  key: "sentiment",
  label: "Account - TA Sentiment",
  category: "sentiment",
  origin: "manual",
  measures: "The TA's own judgement of the whole account.",
  whyItMatters: "A person's warning comes before the numbers move.",
  freshness: "As fresh as the last weekly review; Vitally asks for it monthly.",
  manual: true,
  unit: "",
  valueText: (value) => WORDS[value] ?? value,
  explain: ({ value, status }) =>
    status === "healthy"
      ? "The TA judges the account Healthy."
      : `The TA judges the account ${WORDS[value] ?? value}. Whoever set it knows why.`,
  toGreen: () => "A Healthy sentiment",
  fix: [
    {
      id: "name-the-issue",
      text: "Ask whoever set it what is behind it, and name the issue. Inherited from an earlier team: find out what was behind it then.",
    },
    { id: "escalate", text: "If it needs resources, escalate to leadership." },
    { id: "set-again", text: "Set Account - TA Sentiment again when the issue is settled." },
  ],
  missing: "Nobody has set Account - TA Sentiment in Vitally.",
}
