/** What customers are owed and what the team does in rhythm (domain brief, section 4). */
import type { Cadence } from "../policy"

const NAMED = ["Named TA", "Enterprise"]

/** Habits of the team, the same in every preset. */
const internal: Cadence[] = [
  {
    key: "ae-sync",
    label: "Sync with the account executive",
    rhythm: "weekly or two-weekly",
    due: { unit: "days", every: 14 },
    owed: false,
    teams: NAMED,
    evidence: { names: ["ae sync"] },
  },
  {
    key: "team-meeting",
    label: "Team meeting",
    rhythm: "weekly",
    due: { unit: "days", every: 7 },
    owed: false,
    evidence: { names: ["team meeting"] },
  },
  {
    key: "monthly-traits",
    label: "Update sentiment, champion and buyer access",
    rhythm: "monthly (the project's title says bi-monthly)",
    due: { unit: "month" },
    owed: false,
    evidence: { traits: true, names: ["bi-monthly", "pulse"] },
  },
  {
    key: "mbr",
    label: "MBR on three accounts: top ARR, renewing this quarter, expansion",
    rhythm: "monthly, in week 2",
    due: { unit: "week-of-month", week: 2 },
    owed: false,
    teams: NAMED,
    evidence: { names: ["mbr"] },
  },
  {
    key: "internal-qbr",
    label: "Internal QBR",
    rhythm: "quarterly, in week 1 of the fiscal quarter",
    due: { unit: "week-of-fiscal-quarter", week: 1 },
    owed: false,
    teams: NAMED,
    evidence: { names: ["internal qbr"] },
  },
  {
    key: "release-news",
    label: "Announce the monthly release",
    rhythm: "monthly, about the 5th (patches about the 20th)",
    due: { unit: "day-of-month", day: 5 },
    owed: false,
    evidence: { names: ["release announcement"] },
  },
]

const yellowRedMeeting: Cadence = {
  key: "yellow-red-renewals",
  label: "Yellow/Red Renewals meeting",
  rhythm: "weekly while the renewal is yellow or red",
  due: { unit: "days", every: 7 },
  owed: false,
  onlyRenewingUnhealthy: true,
  evidence: { names: ["yellow/red renewals"] },
}

const namedTeam = (teams: string[]): Cadence[] => [
  {
    key: "check-in",
    label: "Check-in",
    rhythm: "weekly to quarterly by need, at least monthly",
    due: { unit: "days", every: 30 },
    owed: true,
    teams,
    evidence: { contact: true },
  },
  {
    key: "success-plan",
    label: "Success plan",
    rhythm: "quarterly",
    due: { unit: "fiscal-quarter" },
    owed: true,
    teams,
    evidence: { plan: true, names: ["success plan"] },
  },
  {
    key: "cbr",
    label: "Customer business review, with roadmap and feedback",
    rhythm: "quarterly, sometimes half-yearly",
    due: { unit: "fiscal-quarter" },
    owed: true,
    teams,
    evidence: { names: ["cbr", "business review"] },
  },
]

const digitalTeam = (teams: string[]): Cadence[] => [
  {
    key: "check-in",
    label: "Check-in offer, with roadmap and feedback",
    rhythm: "quarterly from day 90",
    due: { unit: "fiscal-quarter" },
    owed: true,
    teams,
    fromDay: 90,
    evidence: { names: ["check-in", "checkin"] },
  },
  {
    key: "usage-recap",
    label: "Usage recap",
    rhythm: "monthly after day 90, first week of the month",
    due: { unit: "week-of-month", week: 1 },
    owed: true,
    teams,
    fromDay: 90,
    evidence: { names: ["usage recap"] },
  },
]

export const defaultCadences: Cadence[] = [
  ...namedTeam(["Named TA"]),
  {
    key: "check-in",
    label: "Contact, automated mail included",
    rhythm: "monthly",
    due: { unit: "days", every: 30 },
    owed: true,
    teams: ["Scaled Success"],
    evidence: { contact: true },
  },
  {
    key: "usage-recap",
    label: "Usage recap to the admin",
    rhythm: "monthly, first week of the month",
    due: { unit: "week-of-month", week: 1 },
    owed: true,
    teams: ["Scaled Success"],
    evidence: { names: ["usage recap"] },
  },
  ...internal,
  yellowRedMeeting,
]

export const teams2024Cadences: Cadence[] = [
  ...namedTeam(["Enterprise"]),
  {
    key: "check-in",
    label: "Check-in",
    rhythm: "on request; the shared inbox is answered within 48 hours",
    due: { unit: "days", every: 60 },
    owed: true,
    teams: ["Scaled"],
    evidence: { contact: true },
  },
  {
    key: "success-plan",
    label: "Success plan",
    rhythm: "twice a year",
    due: { unit: "fiscal-half" },
    owed: true,
    teams: ["Scaled"],
    evidence: { plan: true, names: ["success plan"] },
  },
  {
    key: "cbr",
    label: "Customer business review",
    rhythm: "yearly",
    due: { unit: "fiscal-year" },
    owed: true,
    teams: ["Scaled"],
    evidence: { names: ["cbr", "business review"] },
  },
  {
    key: "roadmap",
    label: "Roadmap and feedback",
    rhythm: "twice a year each",
    due: { unit: "fiscal-half" },
    owed: true,
    teams: ["Scaled"],
    evidence: { names: ["roadmap"] },
  },
  {
    key: "usage-recap",
    label: "Usage recap",
    rhythm: "first at day 90",
    due: { unit: "fiscal-quarter" },
    owed: true,
    teams: ["Scaled"],
    fromDay: 90,
    evidence: { names: ["usage recap"] },
  },
  ...digitalTeam(["Digital"]),
  ...internal,
]
