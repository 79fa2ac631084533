import type { Calendar } from "./calendar"
import type { Customer } from "./customer"
import { salesforceId } from "./ids"

/** What a showcase account fixes; the generator fills the rest. Days count from the book's now. */
export interface ShowcaseSpec {
  key: string
  id: string
  organizationId: string
  /** Why it is there. */
  shows: string
  facts: (calendar: Calendar) => Partial<Customer>
}

/**
 * Accounts that are the same in every book, whatever seed and size: they are customers 0, 1, 2, ... in this order
 * (a book smaller than the list holds its first ones). All belong to the first TA unless `advisor` says otherwise.
 */
export const showcaseSpecs: readonly ShowcaseSpec[] = [
  {
    key: "globex",
    id: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001",
    organizationId: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52a001",
    shows: "yellow, the handbook's test vector; customer waiting 31 hours; renewal in 110 days",
    facts: (calendar) => ({
      name: "Globex",
      tier: "Strategic",
      employees: 41_200,
      developers: 3_100,
      arr: 1_150_000,
      seats: 500,
      mau: 310,
      addressableUsers: 900,
      version: "5.6.2535",
      contractStartOn: calendar.day(-620),
      productionReadyOn: calendar.day(-560),
      renewalOn: calendar.day(110),
      health: {
        sentiment: "Concerning",
        versionsBehind: 3,
        preciseIntel: true,
        defectTickets: 1,
        helpTickets: 12,
        champion: true,
        buyer: false,
        lastActivityDays: 20,
        dauOverMau: 0.25,
        mauOverSeats: 0.62,
      },
      healthScore: 5.375,
      waitingHours: 31,
      lowUtilizationContext:
        "<p>Two of five teams moved to a monorepo in spring and have not come back yet.</p>",
      quirks: { externalId: "salesforce" },
    }),
  },
  {
    key: "initech",
    id: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f002",
    organizationId: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52a002",
    shows: "healthy Large Enterprise, nothing to do",
    facts: (calendar) => ({
      name: "Initech",
      tier: "Large Enterprise",
      employees: 12_400,
      developers: 1_900,
      arr: 640_000,
      seats: 800,
      mau: 712,
      addressableUsers: 1_100,
      version: "5.9.0",
      contractStartOn: calendar.day(-410),
      productionReadyOn: calendar.day(-380),
      renewalOn: calendar.day(320),
      health: {
        sentiment: "Healthy",
        versionsBehind: 0,
        preciseIntel: true,
        defectTickets: 0,
        helpTickets: 4,
        champion: true,
        buyer: true,
        lastActivityDays: 5,
        dauOverMau: 0.36,
        mauOverSeats: 0.89,
      },
      healthScore: 10,
      quirks: { externalId: "salesforce" },
    }),
  },
  {
    key: "vandelay",
    id: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f003",
    organizationId: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52a003",
    shows: "red, no champion, silent for 47 days, renewal in 64 days",
    facts: (calendar) => ({
      name: "Vandelay Industries",
      tier: "Small Enterprise",
      employees: 6_700,
      developers: 520,
      arr: 210_000,
      seats: 400,
      mau: 132,
      addressableUsers: 600,
      version: "5.2.4",
      contractStartOn: calendar.day(-665),
      productionReadyOn: calendar.day(-590),
      renewalOn: calendar.day(64),
      health: {
        sentiment: "Poor",
        versionsBehind: 7,
        preciseIntel: false,
        defectTickets: 6,
        helpTickets: 16,
        champion: false,
        buyer: false,
        lastActivityDays: 47,
        dauOverMau: 0.14,
        mauOverSeats: 0.33,
      },
      healthScore: 0,
      redAccount: true,
      lighthouse: true,
      quirks: { externalId: "other", shortIds: true },
    }),
  },
  {
    key: "hooli",
    id: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f004",
    organizationId: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52a004",
    shows: "new customer in onboarding, signed 24 days ago",
    facts: (calendar) => ({
      name: "Hooli Cloud",
      tier: "Small Enterprise",
      employees: 5_400,
      developers: 430,
      arr: 145_000,
      seats: 300,
      mau: 41,
      addressableUsers: 420,
      version: "5.9.0",
      createdAt: calendar.at(-60, 10),
      contractStartOn: calendar.day(-24),
      productionReadyOn: calendar.day(-5),
      renewalOn: calendar.day(341),
      lifecycle: "1. Onboarding",
      health: {
        sentiment: "Healthy",
        versionsBehind: 0,
        preciseIntel: false,
        defectTickets: 0,
        helpTickets: 3,
        champion: true,
        buyer: true,
        lastActivityDays: 2,
        mauOverSeats: 0.1367,
      },
      quirks: { externalId: "salesforce" },
    }),
  },
  {
    key: "prestige",
    id: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f005",
    organizationId: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52a005",
    shows: "no data at all",
    facts: () => ({
      name: "Prestige Worldwide",
      noData: true,
      silent: true,
      telemetry: "None",
      healthScore: null,
      health: {},
      quirks: { externalId: "none", sparse: true, csmOnly: true },
    }),
  },
  {
    key: "cyberdyne",
    id: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f006",
    organizationId: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52a006",
    shows: "unlimited seats: monthly users are measured against all possible users",
    facts: (calendar) => ({
      name: "Cyberdyne Systems",
      tier: "Strategic",
      employees: 88_000,
      developers: 12_000,
      arr: 2_400_000,
      unlimitedSeats: true,
      mau: 6_150,
      addressableUsers: 9_000,
      version: "5.8.1",
      contractStartOn: calendar.day(-900),
      productionReadyOn: calendar.day(-830),
      renewalOn: calendar.day(195),
      health: {
        sentiment: "Healthy",
        versionsBehind: 1,
        preciseIntel: true,
        defectTickets: 2,
        helpTickets: 8,
        champion: true,
        buyer: true,
        lastActivityDays: 11,
        dauOverMau: 0.31,
      },
      quirks: { externalId: "salesforce", disagree: true },
    }),
  },
  {
    key: "massive",
    id: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f007",
    organizationId: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52a007",
    shows: "another TA's account",
    facts: () => ({ name: "Massive Dynamic", advisor: 1, quirks: { externalId: "salesforce" } }),
  },
  {
    key: "markup",
    id: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f008",
    organizationId: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52a008",
    shows: "HTML in the name",
    facts: () => ({ name: "<img src=x onerror=alert(1)> & Sons", quirks: { externalId: "salesforce" } }),
  },
  {
    key: "tyrellCloud",
    id: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f009",
    organizationId: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52a009",
    shows:
      "first of two Vitally accounts of one Salesforce account and one organization; traits on the organization only",
    facts: () => ({
      name: "Tyrell Cloud",
      salesforceName: "Tyrell Corporation",
      organizationName: "Tyrell Group",
      quirks: { externalId: "salesforce", organizationOnly: true },
    }),
  },
  {
    key: "tyrellRobotics",
    id: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f010",
    organizationId: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52a009",
    shows: "second of two Vitally accounts of one Salesforce account",
    facts: () => ({
      name: "Tyrell Robotics",
      salesforceName: "Tyrell Corporation",
      organizationName: "Tyrell Group",
      salesforceOf: 8,
      quirks: { externalId: "other" },
    }),
  },
  {
    key: "oceanic",
    id: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f011",
    organizationId: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52a011",
    shows: "churned 12 days ago",
    facts: (calendar) => ({
      name: "Oceanic Air",
      arr: 180_000,
      contractStartOn: calendar.day(-377),
      renewalOn: calendar.day(-12),
      churnedAt: calendar.at(-12, 9),
      quirks: { externalId: "salesforce" },
    }),
  },
  {
    key: "aliases",
    id: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f012",
    organizationId: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52a012",
    shows: "traits under their older labels, booleans as words, renewal ended 4 days ago",
    facts: (calendar) => ({
      name: "Acme Tooling",
      contractStartOn: calendar.day(-369),
      renewalOn: calendar.day(-4),
      quirks: { externalId: "salesforce", oldAliases: true, words: true },
    }),
  },
]

export interface ShowcaseAccount {
  key: string
  name: string
  id: string
  organizationId: string
  /** 18 characters. */
  salesforceId: string
  shows: string
}

function listed(key: string): ShowcaseAccount {
  const index = showcaseSpecs.findIndex((spec) => spec.key === key)
  const spec = showcaseSpecs[index]
  if (!spec) throw new Error(`no showcase account ${key}`)
  const facts = spec.facts({ day: () => "", at: () => "" } as unknown as Calendar)
  return {
    key,
    name: facts.name ?? key,
    id: spec.id,
    organizationId: spec.organizationId,
    salesforceId: salesforceId("Account", facts.salesforceOf ?? index),
    shows: spec.shows,
  }
}

/** Names and ids for tests, e.g. `showcase.globex.id`. */
export const showcase = {
  globex: listed("globex"),
  initech: listed("initech"),
  vandelay: listed("vandelay"),
  hooli: listed("hooli"),
  prestige: listed("prestige"),
  cyberdyne: listed("cyberdyne"),
  massive: listed("massive"),
  markup: listed("markup"),
  tyrellCloud: listed("tyrellCloud"),
  tyrellRobotics: listed("tyrellRobotics"),
  oceanic: listed("oceanic"),
  aliases: listed("aliases"),
} as const
