import type { SalesforcePart } from "~src/messaging/contract"

/** The sections of an account in Salesforce; each is shown, hidden or failed on its own. */
export const sectionNames = [
  "account",
  "opportunities",
  "contracts",
  "contacts",
  "tasks",
  "events",
  "cases",
] as const
export type SectionName = (typeof sectionNames)[number]

export type SectionState =
  | { state: "ok"; shown: number; total: number }
  /** `what`: the object or field that the user may not see, as Salesforce names it. */
  | { state: "hidden"; what: string }
  | { state: "too-large" }
  /** `since`: when the rows that are still shown were read. */
  | { state: "failed"; why: "limit" | "passing" | "unknown"; since?: string }

export type SectionStates = Record<SectionName, SectionState>

/** What each section is called, and what is counted of it. */
const labels: Record<SectionName, { name: string; counted: string }> = {
  account: { name: "this account's record", counted: "accounts" },
  opportunities: { name: "opportunities", counted: "open or lost opportunities" },
  contracts: { name: "contracts", counted: "activated contracts" },
  contacts: { name: "contacts", counted: "contacts" },
  tasks: { name: "tasks", counted: "closed tasks" },
  events: { name: "meetings", counted: "meetings" },
  cases: { name: "cases", counted: "open cases" },
}

/** What the reader is told of a section; null where all of it is shown. */
export function sectionText(section: SectionName, state: SectionState): string | null {
  const { name, counted } = labels[section]
  switch (state.state) {
    case "ok":
      return state.total > state.shown
        ? `Salesforce holds ${state.total.toLocaleString("en-US")} ${counted}; the ${state.shown.toLocaleString("en-US")} that matter most are shown.`
        : null
    case "hidden":
      return state.what.includes(".")
        ? `Salesforce hides ${name} from you: your user may not see ${state.what}.`
        : `Salesforce hides ${name} from you.`
    case "too-large":
      return `Salesforce holds too many ${section === "account" ? "records" : name} here to answer in time.`
    case "failed":
      return `${failures[state.why](name)}${state.since ? " The last known ones are shown." : ""}`
  }
}

/** The sections that are not shown whole, in words. */
export function salesforceParts(body: { sections: SectionStates } | null): SalesforcePart[] {
  if (!body) return []
  return sectionNames.flatMap((section) => {
    const state = body.sections[section]
    const text = sectionText(section, state)
    return text === null ? [] : [{ section, state: state.state === "ok" ? "more" : state.state, text }]
  })
}

const failures = {
  limit: (name: string) => `Salesforce did not give ${name}: your org's API calls are used up for today.`,
  passing: (name: string) => `Salesforce did not answer for ${name} just now. It is tried again by itself.`,
  unknown: (name: string) => `Salesforce refused ${name}.`,
}
