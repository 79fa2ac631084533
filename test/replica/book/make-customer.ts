import type { Calendar } from "./calendar"
import type { Customer, HealthTruth, Quirks } from "./customer"
import { salesforceId, uuid } from "./ids"
import { companyName } from "./names"
import { Random } from "./random"
import { vitallyScore } from "./score"
import { showcaseSpecs } from "./showcase"

const tiers = [
  { tier: "Strategic", share: 0.08, employees: [40_000, 210_000], arr: [400_000, 3_800_000] },
  { tier: "Large Enterprise", share: 0.2, employees: [10_000, 39_999], arr: [200_000, 980_000] },
  { tier: "Small Enterprise", share: 0.32, employees: [5_000, 9_999], arr: [80_000, 490_000] },
  { tier: "Mid-Market", share: 0.4, employees: [80, 4_999], arr: [9_000, 99_000] },
] as const

const newest = { minor: 9, patch: 0 }

/** Customer number `index` of the book: the same for the same seed, whatever the size of the book. */
export function makeCustomer(seed: number, index: number, calendar: Calendar, advisor: number): Customer {
  const spec = showcaseSpecs[index]
  const random = new Random(spec ? "showcase" : seed, index, "customer")
  const fixed = spec?.facts(calendar) ?? {}
  const tier = fixed.tier ?? pickTier(random)
  const band = tiers.find((row) => row.tier === tier) ?? tiers[3]
  const employees = fixed.employees ?? random.int(band.employees[0], band.employees[1])
  const arr = fixed.arr ?? Math.round(random.int(band.arr[0], band.arr[1]) / 500) * 500
  const developers = fixed.developers ?? Math.max(12, Math.round(employees * (0.03 + random.next() * 0.12)))
  const seats = Math.max(10, Math.round((developers * (0.3 + random.next() * 0.6)) / 10) * 10)
  const unlimitedSeats = random.chance(0.04)
  const tenure = random.int(5, 1400)
  const name = fixed.name ?? companyName(random, index)
  const quirks = fixed.quirks ?? makeQuirks(random)
  const telemetry = random.chance(0.07) ? "None" : random.chance(0.1) ? "Critical only" : "Full"
  const churned = random.chance(0.05)
  const term = Math.ceil((tenure + 1) / 365) * 365
  const health = fixed.health ?? makeHealth(random, telemetry, unlimitedSeats)
  const organizationId = spec?.organizationId ?? uuid("organization", random.chance(0.06) ? index - 1 : index)
  const contractStartOn = calendar.day(-tenure)
  const created: Customer = {
    index,
    id: spec?.id ?? uuid("account", index),
    organizationId,
    salesforceId: salesforceId("Account", fixed.salesforceOf ?? index),
    name,
    salesforceName: random.chance(0.12) ? `${name.replace(/ (Inc\.|GmbH|AG|Ltd|LLC)$/, "")} (HQ)` : name,
    organizationName: name,
    domain: `${slug(name) || `customer-${index}`}.example`,
    tier,
    employees,
    developers,
    arr,
    seats,
    unlimitedSeats,
    addressableUsers: Math.round(developers * 1.4),
    ...(health.mauOverSeats === undefined ? {} : { mau: Math.round(seats * health.mauOverSeats) }),
    version: `5.${Math.max(0, newest.minor - (health.versionsBehind ?? 0))}.${random.int(0, 4)}`,
    advisor,
    executive: random.int(0, 5),
    createdAt: calendar.at(-tenure - random.int(5, 60), random.int(7, 18), random.int(0, 59)),
    // One account in five was last written by the nightly integration, all in the same instant.
    updatedAt: random.chance(0.2)
      ? calendar.at(-1, 2, 15)
      : calendar.hoursAgo(random.chance(0.3) ? 1 + random.next() * 48 : 48 + random.next() * 1500),
    contractStartOn,
    ...(random.chance(0.8)
      ? { productionReadyOn: calendar.day(Math.min(-1, 30 + random.int(0, 50) - tenure)) }
      : {}),
    renewalOn: churned ? calendar.day(-random.int(1, 200)) : calendar.day(term - tenure),
    ...(churned ? { churnedAt: calendar.at(-random.int(1, 200), 9) } : {}),
    healthScore: random.chance(0.06) ? null : vitallyScore(health),
    health,
    ...(random.chance(0.5) ? { lifecycle: stageOf(tenure, term, health) } : {}),
    ...(random.chance(0.6) ? { redAccount: random.chance(0.05) } : {}),
    ...(random.chance(0.4) ? { lighthouse: random.chance(0.08) } : {}),
    telemetry,
    quirks,
    ...(random.chance(0.03) ? { waitingHours: random.int(2, 120) } : {}),
    silent: random.chance(0.03),
  }
  if (unlimitedSeats) delete created.seats
  if (!spec) return created
  const settled: Customer = {
    ...created,
    telemetry: "Full",
    silent: false,
    unlimitedSeats: false,
    salesforceName: name,
    organizationName: name,
    seats,
    createdAt: calendar.at(calendar.daysTo(fixed.contractStartOn ?? contractStartOn) - 40, 10, index),
    // The showcase was last written by people, hours apart.
    updatedAt: calendar.hoursAgo(2 + index * 3),
    showcase: spec.key,
  }
  delete settled.waitingHours
  delete settled.churnedAt
  delete settled.lifecycle
  delete settled.redAccount
  delete settled.lighthouse
  Object.assign(settled, fixed)
  if (fixed.healthScore === undefined) settled.healthScore = vitallyScore(settled.health)
  if (settled.unlimitedSeats) delete settled.seats
  return settled
}

function pickTier(random: Random): Customer["tier"] {
  let left = random.next()
  for (const row of tiers) if ((left -= row.share) < 0) return row.tier
  return "Mid-Market"
}

function makeHealth(random: Random, telemetry: string, unlimited: boolean): HealthTruth {
  const quality = random.next()
  const better = (spread: number): number =>
    Math.min(1, Math.max(0, quality + (random.next() - 0.5) * spread))
  const truth: HealthTruth = {
    sentiment: better(0.6) > 0.6 ? "Healthy" : better(0.6) > 0.3 ? "Concerning" : "Poor",
    champion: better(0.8) > 0.35,
    buyer: better(0.8) > 0.45,
    lastActivityDays: Math.round((1 - better(0.9)) * 52),
    defectTickets: Math.round((1 - better(0.8)) * 6),
    helpTickets: Math.round((1 - better(0.9)) * 17),
  }
  if (telemetry !== "None") {
    truth.versionsBehind = Math.round((1 - better(0.8)) * 8)
    truth.preciseIntel = better(0.7) > 0.4
    if (telemetry === "Full") truth.dauOverMau = round(0.1 + better(0.5) * 0.32)
    if (!unlimited) truth.mauOverSeats = round(0.15 + better(0.4) * 1.02)
  }
  if (random.chance(0.15)) delete truth.sentiment
  if (random.chance(0.1)) delete truth.buyer
  if (random.chance(0.08)) delete truth.champion
  if (random.chance(0.06)) delete truth.lastActivityDays
  return truth
}

function makeQuirks(random: Random): Quirks {
  const quirks: Quirks = {
    externalId: random.chance(0.7) ? "salesforce" : random.chance(0.7) ? "other" : "none",
  }
  if (random.chance(0.06)) quirks.organizationOnly = true
  if (random.chance(0.05)) quirks.oldAliases = true
  if (random.chance(0.02)) quirks.allNull = true
  if (random.chance(0.08)) quirks.sparse = true
  if (random.chance(0.15)) quirks.shortIds = true
  if (random.chance(0.12)) quirks.csmOnly = true
  if (random.chance(0.12)) quirks.words = true
  if (random.chance(0.08)) quirks.epochDates = true
  if (random.chance(0.06)) quirks.futureActivity = true
  if (random.chance(0.15)) quirks.disagree = true
  if (random.chance(0.1)) quirks.emptyParents = true
  return quirks
}

function stageOf(tenure: number, term: number, health: HealthTruth): string {
  if (term - tenure <= 120) return "4. Renewing"
  if (tenure < 60) return "1. Onboarding"
  return (health.mauOverSeats ?? 0) >= 0.8 && (health.dauOverMau ?? 0) >= 0.3 ? "3. Nurturing" : "2. Adopting"
}

function round(ratio: number): number {
  return Math.round(ratio * 1000) / 1000
}

function slug(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
}
