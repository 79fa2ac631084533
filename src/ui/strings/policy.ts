/** Words of the policy section: presets and files, saving, preview and differences. */
import { policyFormsText } from "./policy-forms"

export const policyText = {
  days: "days",
  hours: "hours",
  name: "Name of the policy",
  preset: "Preset",
  use: "Use this preset",
  reset: "Reset to the preset",
  resetTitle: "Replace your policy?",
  resetBody: (count: number) =>
    `${count === 1 ? "1 change" : `${count} changes`} against the present preset will be gone. Export the policy first to keep a copy.`,
  resetYes: "Replace it",
  export: "Export to a file",
  importTitle: "Import a policy",
  chooseFile: "Choose a file…",
  file: "Policy file",
  importText: "Policy as text",
  import: "Check and import",
  kept: "Not imported. Your policy is unchanged; your text is still here.",
  saved: "Saved. Tiers, health and lists are being worked out again.",
  unused: (keys: string[]) =>
    `Imported, but nothing reads ${keys.length === 1 ? "this key" : "these keys"} of the file: ${keys.join(", ")}. Check the spelling against an exported policy.`,
  unsavedRegion: "Unsaved policy",
  unsaved: "The policy is changed, not saved.",
  refused: (count: number) =>
    count === 1 ? "Not saved: one value cannot be used." : `Not saved: ${count} values cannot be used.`,
  save: "Save the policy",
  discard: "Discard changes",
  locked: "Your administrator sets the policy. You can read it here and export it.",
  rules: "Rules",
  needed: "A number is needed here.",
  notNumber: "This is no number.",
  httpsOnly: "Only addresses that start with https:// are used.",
  forms: {
    tiers: "Tiers and teams",
    health: "Health",
    contact: "Contact",
    renewal: "Renewal and lifecycle",
    salesforce: "Salesforce",
    cadences: "Rhythms",
    digital: "Messages that Vitally sends",
    scenarios: "Recommendations, risks and names",
  },
  ...policyFormsText,
  counts: {
    title: "How the book falls into tiers under each preset",
    counting: "Counting the book…",
    best: "fits your CRM",
    unknown: (count: number) => `tier not known ${count.toLocaleString("en-GB")}`,
  },
  preview: {
    title: "What it says of one customer",
    account: "Customer to look at",
    hint: "Pick one, then change the rules above: the preview follows.",
    other: "Choose another",
    notYet: "No preview yet: these values cannot be used.",
    what: "What",
    now: "Now",
    then: "Then",
    same: "the same",
    changed: (count: number) =>
      count === 0
        ? "Nothing changes for this customer."
        : count === 1
          ? "1 line changes."
          : `${count} lines change.`,
    notChanged: "The policy is not changed yet: both say the same.",
    unknown: "not known",
    noActions: "none",
    overdueOn: (date: string) => `overdue on ${date}`,
    contact: {
      ok: "good",
      "due-soon": "due soon",
      overdue: "overdue",
      unknown: "not known",
      exempt: "none owed",
    },
    rows: {
      tier: "Tier",
      health: "Health",
      stage: "Stage",
      contact: "Contact",
      renewal: "Renewal",
      actions: "First recommendations",
    },
  },
  diff: {
    title: "Changes against the preset",
    none: (preset: string) => `None: the policy is as in “${preset}”.`,
    caption: (count: number, preset: string) =>
      `${count === 1 ? "1 value differs" : `${count} values differ`} from “${preset}”`,
    place: "Place",
    from: "Preset",
    to: "Yours",
    nothing: "nothing",
    yes: "yes",
    no: "no",
  },
} as const
