/** Accounts at random: every fact there or not, plans, people and touches of any age, so that rules are tried on what nobody thought of. */
import fc from "fast-check"

import { addDays } from "~src/domain/calendar"
import type { AccountFacts, Fact } from "~src/domain/facts"

import { clock } from "./account"

const on = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays(clock.today, days))
const fact = <T>(value: fc.Arbitrary<T>) =>
  fc.option(
    value.map((found): Fact<T> => ({ value: found, source: "vitally", field: "f" })),
    { nil: undefined },
  )
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const share = (max: number) => fc.double({ min: 0, max, noNaN: true })
const name = fc.constantFrom(
  "Get Well project",
  "Success plan",
  "Account Save Plan",
  "Customer Health - Low Utilization Project",
  "Account Health Assessment",
  "Kick-off",
)

const traits = fc.record(
  {
    sentiment: fact(fc.constantFrom("healthy", "concerning", "poor")),
    versionsBehind: fact(fc.nat(8)),
    preciseIntel: fact(fc.boolean()),
    defectTickets90d: fact(fc.nat(9)),
    helpTickets90d: fact(fc.nat(30)),
    activeChampion: fact(fc.boolean()),
    accessToBuyer: fact(fc.boolean()),
    lastActivityDays: fact(fc.nat(90)),
    dauOverMau: fact(share(1)),
    mauOverSeats: fact(share(1.2)),
  },
  { requiredKeys: [] },
)

const touch = fc.record({
  at: on(-90, 0),
  channel: fc.constantFrom("email", "call", "slack", "meeting"),
  direction: fc.constantFrom("inbound", "outbound", "both"),
  automatic: fc.boolean(),
  source: fc.constant("vitally"),
})
const project = fc.record(
  {
    id: fc.uuid(),
    name,
    startedOn: on(-500, 20),
    updatedOn: on(-500, 0),
    completedOn: on(-300, 0),
    archived: fc.boolean(),
  },
  { requiredKeys: ["id", "name", "updatedOn"] },
)
const task = fc.record(
  {
    id: fc.uuid(),
    name: fc.constantFrom("Send the recap", "QBR", "Executive business review"),
    dueOn: on(-60, 60),
    mine: fc.boolean(),
    completedAt: on(-90, 0).map((day) => `${day}T10:00:00Z`),
    source: fc.constant("vitally"),
  },
  { requiredKeys: ["id", "name", "source"] },
)
const person = fc.record(
  {
    id: fc.uuid(),
    name: fc.constant("Nadia Ferro"),
    roles: fc.subarray(["Champion", "Economic Buyer", "Instance Admin"]),
    bounced: fc.constant(true),
    source: fc.constant("vitally"),
  },
  { requiredKeys: ["id", "name", "roles", "source"] },
)

const parts = {
  renewalOn: fact(on(-60, 260)),
  churnedOn: fc.oneof(
    { weight: 6, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fact(on(-500, 100)) },
  ),
  contractStartOn: fact(on(-500, 60)),
  productionReadyOn: fact(on(-500, 60)),
  closeOn: fact(on(-300, 60)),
  assignedOn: fact(on(-60, 10)),
  arr: fact(fc.nat(1_500_000)),
  employees: fact(fc.nat(60_000)),
  developers: fact(fc.nat(9_000)),
  seats: fact(fc.nat(2_000)),
  monthlyActiveUsers: fact(fc.nat(2_000)),
  unlimitedSeats: fact(fc.boolean()),
  totalAddressableUsers: fact(fc.nat(5_000)),
  planUpdatedOn: fact(on(-300, 20)),
  lighthouse: fact(fc.boolean()),
  redAccount: fact(fc.boolean()),
  openSupportTickets: fact(fc.nat(9)),
  vitallyHealth: fact(share(10)),
  usageScore: fact(fc.nat(100)),
  telemetry: fact(fc.constantFrom("full", "critical-only", "none")),
  touches: maybe(fc.array(touch, { maxLength: 4 })),
  projects: maybe(fc.array(project, { maxLength: 3 })),
  tasks: maybe(fc.array(task, { maxLength: 3 })),
  contacts: maybe(fc.array(person, { maxLength: 2 })),
  openEndedContract: maybe(
    fc.record({ name: fc.constant("C-7"), startOn: on(-400, 0), source: fc.constant("salesforce") }),
  ),
}

const known = (values: object) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

/** Never ill-formed, often nearly empty. */
export const randomAccount: fc.Arbitrary<AccountFacts> = fc.record({ ...parts, traits }).map((found) => ({
  id: "a",
  name: "Acme",
  ...known(found),
  traits: known(found.traits),
}))
