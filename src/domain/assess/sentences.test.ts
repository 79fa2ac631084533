import fc from "fast-check"
import { describe, expect, it } from "vitest"

import { clock } from "~test/unit/domain/account"
import { randomAccount } from "~test/unit/domain/random-account"

import type { Assessment } from "../assessment"
import { daysBetween } from "../calendar"
import type { AccountFacts, CalendarDate } from "../facts"
import { defaultPolicy, teams2024 } from "../policy/presets"
import { shortDate } from "../words"
import { assess } from "./assess"

const { today } = clock
const policies = { default: defaultPolicy, "teams-2024": teams2024 }
const preset = fc.constantFrom("default" as const, "teams-2024" as const)

const day = String.raw`(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \d{4})?)`
const number = String.raw`(\d[\d,]*)`
const sentence = (text: string) => new RegExp(text.replaceAll("{day}", day).replaceAll("{n}", number), "g")
const ago = (date: CalendarDate | undefined) => (date === undefined ? undefined : daysBetween(date, today))
const written = (date: CalendarDate | undefined) => (date === undefined ? undefined : shortDate(date, today))
const int = (text = "") => Number(text.replaceAll(",", ""))

type Holds = (facts: AccountFacts, said: (string | undefined)[]) => boolean

const touched = ({ touches = [], traits }: AccountFacts, days: number) =>
  touches.some(({ at }) => ago(at) === days) || traits.lastActivityDays?.value === days
const projects = ({ projects = [] }: AccountFacts, name: string) =>
  projects.filter((project) => project.name === name && project.archived !== true)
/** A project of that name that shows life on that day, or so many days ago. */
const updated = (facts: AccountFacts, name: string, said: string) =>
  projects(facts, name).some(({ startedOn, updatedOn }) =>
    [startedOn, updatedOn].some((on) => on !== undefined && (written(on) === said || ago(on) === int(said))),
  )

/** Every form of sentence that tells a day or a count of the customer, and the facts that must say so. */
const claims: [form: RegExp, holds: Holds][] = [
  [sentence("{n} days? since anyone was in touch"), (facts, [n]) => touched(facts, int(n))],
  [sentence("has been in touch for {n} days?"), (facts, [n]) => touched(facts, int(n))],
  [
    sentence("No contact found in the {n} days? since contract start"),
    ({ contractStartOn }, [n]) => ago(contractStartOn?.value) === int(n),
  ],
  [
    sentence("No contact found in the {n} days? since the close"),
    ({ closeOn, contractStartOn }, [n]) => !contractStartOn && ago(closeOn?.value) === int(n),
  ],
  [
    sentence("Counted from contract start, {day}"),
    ({ contractStartOn }, [on]) => written(contractStartOn?.value) === on,
  ],
  [sentence("Counted from the close, {day}"), ({ closeOn }, [on]) => written(closeOn?.value) === on],
  [
    sentence("(?:Good until|Overdue since|Overdue from) {day}"),
    ({ touches = [], traits, contractStartOn, closeOn }) =>
      touches.length > 0 || Boolean(traits.lastActivityDays ?? contractStartOn ?? closeOn),
  ],
  [
    sentence(String.raw`\((?:Last Activity|Slack|call|email|meeting)(?:, automatic)?, {day}\)`),
    ({ touches = [], traits }, [on]) =>
      touches.some(({ at }) => written(at) === on) || traits.lastActivityDays !== undefined,
  ],
  [sentence("Last Activity says {n} days?"), ({ traits }, [n]) => traits.lastActivityDays?.value === int(n)],
  [
    sentence("(?:contact we can read is|last contact \\()[a-zA-Z ]+(?:, automatic)?, {day}"),
    ({ touches = [] }, [on]) => touches.some(({ at }) => written(at) === on),
  ],
  [
    sentence("{n} days? since Salesforce last logged contact"),
    ({ traits }, [n]) => traits.lastActivityDays?.value === int(n),
  ],
  [
    sentence("wrote (?:{n} (?:hours?|days?)|less than an hour) ago"),
    ({ touches = [] }) => touches.some(({ direction }) => direction === "inbound"),
  ],
  [
    sentence("(?:[Rr]enews|contract ends) in {n} days?(?:, (?:{day}))?"),
    ({ renewalOn }, [n, on]) =>
      daysBetween(today, renewalOn?.value ?? today) === int(n) &&
      (on === undefined || written(renewalOn?.value) === on),
  ],
  [
    sentence("(?:Renews today|contract ends today)(?:, {day})?"),
    ({ renewalOn }) => renewalOn?.value === today,
  ],
  [sentence("Bring the renewal on {day}"), ({ renewalOn }, [on]) => written(renewalOn?.value) === on],
  [sentence("unhealthy {n} days? before renewal"), ({ renewalOn }, [n]) => ago(renewalOn?.value) === -int(n)],
  [
    sentence("contract ended {n} days? ago(?:, {day})?"),
    ({ renewalOn }, [n, on]) =>
      ago(renewalOn?.value) === int(n) && (on === undefined || written(renewalOn?.value) === on),
  ],
  [
    sentence("(?:Assessment|early warning) starts \\d+ days before, {day}"),
    ({ renewalOn }) => Boolean(renewalOn),
  ],
  [sentence("yet a renewal on {day} lies ahead"), ({ renewalOn }, [on]) => written(renewalOn?.value) === on],
  [sentence("[Cc]hurned on {day}"), ({ churnedOn }, [on]) => written(churnedOn?.value) === on],
  [
    sentence("ARR churned {n} days? ago, {day}"),
    ({ churnedOn, arr }, [n]) => arr !== undefined && ago(churnedOn?.value) === int(n),
  ],
  [
    sentence("The Get Well plan was last updated {n} days? ago"),
    (facts, [n]) => updated(facts, "Get Well project", n ?? ""),
  ],
  [
    sentence("Its plan was last updated {n} days? ago"),
    (facts, [n]) => updated(facts, "Account Save Plan", n ?? ""),
  ],
  [
    sentence("The plan was last updated {n} days? ago"),
    (facts, [n]) => updated(facts, "Customer Health - Low Utilization Project", n ?? ""),
  ],
  [
    sentence("The plan was last updated on {day}"),
    (facts, [on]) => written(facts.planUpdatedOn?.value) === on || updated(facts, "Success plan", on ?? ""),
  ],
  [
    sentence("it is owed [a-z ]+, next by {day}"),
    (facts) => facts.planUpdatedOn !== undefined || projects(facts, "Success plan").length > 0,
  ],
  [sentence("Day {n} since signature"), ({ closeOn }, [n]) => ago(closeOn?.value) === int(n)],
  [
    sentence("Day {n} since contract start"),
    ({ contractStartOn }, [n]) => ago(contractStartOn?.value) === int(n),
  ],
  [
    sentence("Day {n} since {day}"),
    ({ closeOn, contractStartOn, productionReadyOn }, [n, on]) =>
      [closeOn, contractStartOn, productionReadyOn].some(
        (start) => ago(start?.value) === int(n) && written(start?.value) === on,
      ),
  ],
  [
    sentence("Day {n}(?:, with|; usage)"),
    ({ closeOn, contractStartOn, productionReadyOn }, [n]) =>
      [closeOn, contractStartOn, productionReadyOn].some((start) => ago(start?.value) === int(n)),
  ],
  [
    // The policy's own number.
    sentence("No production deployment {n} days after (?:signature|contract start)"),
    ({ closeOn, contractStartOn }) => Boolean(closeOn ?? contractStartOn),
  ],
  [
    // Of a customer who left, only the value.
    sentence("^{n} (?:days?|tickets?|releases?)\\.$"),
    ({ traits }, [n]) => Object.values(traits).some(({ value }) => value === int(n)),
  ],
  [sentence("{n} days? after signature"), ({ closeOn }, [n]) => ago(closeOn?.value) === int(n)],
  [
    sentence("{n} days? after contract start"),
    ({ contractStartOn }, [n]) => ago(contractStartOn?.value) === int(n),
  ],
  [
    sentence("Production is planned for {day}"),
    ({ productionReadyOn }, [on]) => written(productionReadyOn?.value) === on,
  ],
  [sentence("deal closes in {n} days?(?:, {day})?"), ({ closeOn }, [n]) => ago(closeOn?.value) === -int(n)],
  [sentence("At close, {day}|By {day}: (?:leadership|a TA)"), ({ closeOn }) => closeOn !== undefined],
  [
    sentence("contract starts in {n} days?(?:, {day})?"),
    ({ contractStartOn }, [n]) => ago(contractStartOn?.value) === -int(n),
  ],
  [sentence("Assigned(?: from .+)? on {day}"), ({ assignedOn }, [on]) => written(assignedOn?.value) === on],
  [
    sentence("goal of \\S+ within \\d+ days of production-ready was missed by {n} points?, on {day}"),
    ({ productionReadyOn, traits, seats, totalAddressableUsers }) =>
      productionReadyOn !== undefined && Boolean(traits.mauOverSeats ?? seats ?? totalAddressableUsers),
  ],
  [
    sentence("goal of \\S+ within \\d+ days of contract start was missed by {n} points?, on {day}"),
    ({ contractStartOn, productionReadyOn }) => contractStartOn !== undefined && !productionReadyOn,
  ],
  [
    sentence("goal of \\S+ within \\d+ days of signature was missed by {n} points?, on {day}"),
    ({ closeOn, contractStartOn }) => closeOn !== undefined && !contractStartOn,
  ],
  [
    sentence("of seats active by {day}(?:, in {n} days?)?"),
    ({ productionReadyOn, contractStartOn, closeOn }) =>
      Boolean(productionReadyOn ?? contractStartOn ?? closeOn),
  ],
  [
    sentence("Due: .*{day}|Vitally sends: .* about {day}"),
    ({ closeOn, contractStartOn }) => Boolean(closeOn ?? contractStartOn),
  ],
  [sentence("(?:last set|since) {day}"), ({ manualTraitsSetOn }) => manualTraitsSetOn !== undefined],
  [
    sentence("{n} of {n} (?:paid|possible)"),
    ({ seats, totalAddressableUsers }, [, all]) =>
      [seats, totalAddressableUsers].some((fact) => fact?.value === int(all)),
  ],
  [
    sentence("% of {n} seats?"),
    ({ seats, traits, monthlyActiveUsers }, [all]) =>
      seats?.value === int(all) && Boolean(traits.mauOverSeats ?? monthlyActiveUsers),
  ],
  [
    sentence("{n} (?:person was|people were) active last month"),
    ({ monthlyActiveUsers }, [n]) => monthlyActiveUsers?.value === int(n),
  ],
  [
    sentence("{n} (?:more people|more person)"),
    ({ seats, totalAddressableUsers }) => Boolean(seats ?? totalAddressableUsers),
  ],
  [
    sentence("{n} bug tickets?(?: in(?: the last)? {n} days| and)"),
    ({ traits }, [n]) => traits.defectTickets90d?.value === int(n),
  ],
  [
    sentence("{n} question tickets? in(?: the last)? {n} days"),
    ({ traits }, [n]) => traits.helpTickets90d?.value === int(n),
  ],
  [
    sentence("{n} open (?:support )?tickets?"),
    ({ openSupportTickets }, [n]) => openSupportTickets?.value === int(n),
  ],
  [
    sentence("{n} releases? (?:behind|they are behind)"),
    ({ traits }, [n]) => traits.versionsBehind?.value === int(n),
  ],
  [sentence("{n} meetings? (?:or|and) calls?"), ({ touches = [] }, [n]) => touches.length >= int(n)],
  [sentence("contract C-7 (?:began|has no end)"), ({ openEndedContract }) => openEndedContract !== undefined],
  [sentence("{n} employees? \\("), ({ employees }, [n]) => employees?.value === int(n)],
  [sentence("{n} developers? \\("), ({ developers }, [n]) => developers?.value === int(n)],
]

/** What only repeats the policy or the rule: it holds for every customer. */
const rules = [
  sentence("(?:extension lasts|extended \\(|Extended:)(?: ?at most) {n} days?"),
  sentence("(?:within|Within) {n} (?:days?|hours?)"),
  sentence("promise is {n} hours"),
  sentence("Green is (?:up to )?{n}(?: or fewer| days?, red from {n})(?:: {n} fewer)?"),
  sentence("{n} or fewer (?:bug|question) tickets in {n} days"),
  sentence("(?:of the |in the |over the |last ){n} days"),
  sentence("in {n} days(?=\\.|$)"),
  sentence("(?:starts?|lasts until day|before day|at day|from day|after day|until day) {n}(?: days before)?"),
  sentence("Update it every {n} days?"),
  sentence("{n} (?:to {n} )?days out|More than {n} days out|No contact for {n} days"),
  sentence("No production deployment {n} days"),
  sentence("(?:[Uu]pgrading by|by) {n} releases?"),
  sentence("(?:at least|from|above) {n} days"),
  sentence("would add [\\d.]+ points?"),
]

const measured = String.raw`{n} (?:days?|hours?|weeks?|tickets?|releases?|people|persons?|employees?|developers?|meetings?|points?|seats?)\b|{day}`

/** All texts that people read, with where they stand. */
function textsOf(assessment: Assessment): [where: string, text: string][] {
  const { tier, lifecycle, health, contact, renewal, risks, actions, plan, successPlan } = assessment
  const traits = health.categories.flatMap((category) => category.traits)
  return [
    ...tier.why.map((text): [string, string] => ["tier", text]),
    ["stage", lifecycle.why],
    ["health", health.summary],
    ...traits.flatMap(({ key, explanation, liftText }): [string, string][] => [
      [key, explanation],
      [key, liftText],
    ]),
    ["contact", contact.why],
    ["last activity", contact.officialDiffers ?? ""],
    ["waiting", contact.waiting?.text ?? ""],
    ["renewal", renewal.why],
    ...renewal.steps.map(({ text }): [string, string] => ["renewal", text]),
    ...risks.flatMap(({ key, label, why }): [string, string][] => [
      [key, label],
      [key, why],
    ]),
    ...actions.flatMap(({ id, title, why, steps }): [string, string][] => [
      [id, title],
      [id, why],
      ...steps.map(({ text }): [string, string] => [id, text]),
    ]),
    ...(plan?.steps ?? []).flatMap(({ id, text, why }): [string, string][] => [
      [id, text],
      [id, why],
    ]),
    ["plan", successPlan?.text ?? ""],
  ]
}

/** What is wrong with a text: a claim without its fact, or a day or count that no form of the table tells. */
function wrongIn(text: string, facts: AccountFacts): string | null {
  let rest = text
  const wrong: string[] = []
  for (const [form, holds] of claims)
    rest = rest.replace(form, (whole: string, ...found: unknown[]) => {
      // Behind the groups come the place and the whole text.
      const said = found.slice(0, -2).map((part) => (typeof part === "string" ? part : undefined))
      if (!holds(facts, said)) wrong.push(`No fact says “${whole}”: ${text}`)
      return "✓"
    })
  for (const rule of rules) rest = rest.replace(rule, "✓")
  return wrong.at(0) ?? (rest.search(sentence(measured)) < 0 ? null : `Not in the table: ${text}`)
}

describe("over random accounts", () => {
  it("each day and each count that is said has a fact of that very name", () => {
    fc.assert(
      fc.property(randomAccount, preset, (facts, name) => {
        const wrong = textsOf(assess(facts, policies[name], clock)).flatMap(([where, text]) => {
          const fault = wrongIn(text, facts)
          return fault === null ? [] : [`${where}: ${fault}`]
        })
        expect(wrong).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})
