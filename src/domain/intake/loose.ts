/**
 * Facts from a hand-written file, for `npm run assess`: wrapped facts, plain values or raw words ("Yes", "Concerning", "62%"), with our names
 * or the workspace's trait labels. Any JSON is accepted; what can't be read is left out.
 */
import { dayOf } from "../calendar"
import { type AccountFacts, type Clock, type Fact, SOURCE_SYSTEMS } from "../facts"
import type { FactName, MappingPolicy } from "../policy/policy"
import { plain } from "../words"
import { looseLists } from "./loose-lists"
import { FACT_NAMES, putFact, putUnread, readFact } from "./read-fact"
import { decideScale } from "./scales"
import { readInstant, readNumber, readText } from "./values"

/** Never throws. `id` and `name` fall back to "account" and "Account". */
export function factsFromLoose(json: unknown, mapping: MappingPolicy, clock: Clock): AccountFacts {
  const raw = asObject(json) ?? {}
  const facts: AccountFacts = {
    id: readText(unwrap(raw["id"])) ?? "account",
    name: readText(unwrap(raw["name"])) ?? "Account",
    traits: {},
  }
  const names = namesOf(mapping)
  const lists = new Set<string>(["id", "name", "traits"])
  for (const [key, value] of [...Object.entries(raw), ...Object.entries(asObject(raw["traits"]) ?? {})]) {
    const name = names.get(key) ?? names.get(plain(key))
    if (name !== undefined && !lists.has(key)) readInto(facts, name, value, mapping, clock)
  }
  readOthers(facts, raw)
  Object.assign(facts, looseLists(raw, clock))
  // A file that lists touches, even none, has looked for them.
  if (Array.isArray(raw["touches"]) && facts.contactSources === undefined) {
    facts.contactSources = [{ source: "file", syncedAt: clock.now }]
  }
  return facts
}

function readInto(
  facts: AccountFacts,
  name: FactName,
  value: unknown,
  mapping: MappingPolicy,
  clock: Clock,
): void {
  const inner = unwrap(value)
  const scale = decideScale([inner])
  const at = atOf(value)
  const readOn = at === undefined ? null : dayOf(at, clock.timeZone)
  const read = readFact(name, inner, {
    scales: { dauOverMau: scale, mauOverSeats: scale },
    clock,
    ...(readOn === null ? {} : { readOn }),
    words: mapping,
  })
  if (read === undefined) putUnread(facts, name, inner)
  else putFact(facts, name, wrap(read, value))
}

/** Facts that no trait maps to. */
function readOthers(facts: AccountFacts, raw: Record<string, unknown>): void {
  const health = readNumber(unwrap(raw["vitallyHealth"] ?? raw["healthScore"]))
  if (health !== undefined && health >= 0 && health <= 10) {
    facts.vitallyHealth = wrap(health, raw["vitallyHealth"] ?? raw["healthScore"])
  }
  const organization = readText(unwrap(raw["organizationId"]))
  if (organization !== undefined) facts.organizationId = wrap(organization, raw["organizationId"])
  for (const key of ["lastInboundAt", "lastOutboundAt"] as const) {
    const at = readInstant(unwrap(raw[key]))
    if (at !== undefined) facts[key] = wrap(at, raw[key])
  }
}

/** A fact's provenance where the file gives it; else the file itself is the source. */
function wrap<T>(value: T, given: unknown): Fact<T> {
  const object = asObject(given)
  const source = SOURCE_SYSTEMS.find((known) => known === object?.["source"]) ?? "file"
  const field = readText(object?.["field"])
  const at = atOf(given)
  return { value, source, ...(field === undefined ? {} : { field }), ...(at === undefined ? {} : { at }) }
}

function atOf(given: unknown): string | undefined {
  const object = asObject(given)
  return object && "value" in object ? readInstant(object["at"]) : undefined
}

function unwrap(value: unknown): unknown {
  const object = asObject(value)
  return object && "value" in object ? object["value"] : value
}

/** Our names and every label of the mapping, as people may type them. */
function namesOf(mapping: MappingPolicy): Map<string, FactName> {
  const names = new Map<string, FactName>()
  for (const name of FACT_NAMES) names.set(name, name)
  for (const name of FACT_NAMES) {
    for (const label of mapping.labels[name] ?? [])
      if (!names.has(plain(label))) names.set(plain(label), name)
    const key = mapping.traits[name]
    if (key !== undefined && key !== "") names.set(key, name)
  }
  return names
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}
