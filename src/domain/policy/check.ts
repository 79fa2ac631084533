/** What a well-formed policy must also keep to: sums, orders, references, and the monthly promise (domain brief, section 4). */
import { isCalendarDate } from "../calendar"
import { TRAIT_KEYS } from "../facts"
import { whyNoTemplate } from "../fill-link"
import { isRatio } from "../facts"
import type { Policy } from "./policy"

export interface PolicyFault {
  /** "contact.windows.1.overdueFrom". */
  path: string
  reason: string
}

/** Empty where all is well. */
export function checkPolicy(policy: Policy): PolicyFault[] {
  const faults: PolicyFault[] = []
  const fault = (path: string, reason: string) => faults.push({ path, reason })
  checkTiers(policy, fault)
  checkHealth(policy, fault)
  checkContact(policy, fault)
  checkDigital(policy, fault)
  checkWords(policy.mapping.sentimentWords, "mapping.sentimentWords", fault)
  checkWords(policy.mapping.booleanWords, "mapping.booleanWords", fault)
  if (policy.workingDays.length === 0) fault("workingDays", "A week needs at least one working day.")
  const { earlyDays, formalDays } = policy.renewal
  if (earlyDays <= formalDays) {
    fault(
      "renewal.earlyDays",
      `The early window (${earlyDays}) must open before the formal one (${formalDays}).`,
    )
  }
  for (const [key, url] of Object.entries(policy.links)) {
    const reason = url === "" ? null : whyNoTemplate(url)
    if (reason !== null) fault(`links.${key}`, reason)
  }
  policy.dashboards.forEach(({ label, url }, index) => {
    if (label.trim() === "") fault(`dashboards.${index}.label`, "A dashboard needs a name.")
    const reason = whyNoTemplate(url)
    if (reason !== null) fault(`dashboards.${index}.url`, reason)
  })
  policy.library.forEach((item, index) => {
    if (!item.url.startsWith("https://")) fault(`library.${index}.url`, "A link must start with https://.")
    if (item.date !== undefined && !isCalendarDate(item.date)) {
      fault(`library.${index}.date`, `There is no day ${item.date}.`)
    }
  })
  return faults
}

type Fault = (path: string, reason: string) => void

function checkTiers({ tiers }: Policy, fault: Fault): void {
  if (tiers.tiers.length === 0) fault("tiers.tiers", "A scheme needs at least one tier.")
  const names = new Set<string>()
  tiers.tiers.forEach((tier, index) => {
    const path = `tiers.tiers.${index}`
    if (names.has(tier.name)) fault(`${path}.name`, `Two tiers are called "${tier.name}".`)
    names.add(tier.name)
    if (tier.when.length === 0) fault(`${path}.when`, "A tier needs at least one measure.")
    if (tier.teams.length === 0) fault(`${path}.teams`, "A tier needs a serving team.")
    tier.when.forEach((range, at) => {
      const to = range.below ?? range.upTo
      if (range.from !== undefined && to !== undefined && range.from > to) {
        fault(`${path}.when.${at}.from`, `The range is empty: from ${range.from} to ${to}.`)
      }
    })
  })
}

function checkHealth({ health }: Policy, fault: Fault): void {
  if (health.formulas.length === 0) fault("health.formulas", "At least one formula is needed.")
  health.formulas.forEach((formula, index) => {
    const sum = Object.values(formula.weights).reduce((a, b) => a + b, 0)
    if (Math.abs(sum - 1) > 1e-6)
      fault(`health.formulas.${index}.weights`, `The weights sum to ${sum}, not 1.`)
  })
  checkKeys(health.formulas, "health.formulas", fault)
  health.rules.forEach((rule, index) => {
    if (!health.formulas.some((formula) => formula.key === rule.formula)) {
      fault(`health.rules.${index}.formula`, `There is no formula "${rule.formula}".`)
    }
  })
  for (const key of TRAIT_KEYS) {
    const threshold = health.thresholds[key]
    if (threshold.kind !== "number") continue
    if (isRatio(key) && Math.max(threshold.green, threshold.red) > 2) {
      fault(`health.thresholds.${key}`, "Ratios are fractions: 80% is 0.8.")
    }
    const ordered = threshold.higherIsBetter
      ? threshold.green > threshold.red
      : threshold.green < threshold.red
    if (!ordered) {
      fault(
        `health.thresholds.${key}`,
        `Green (${threshold.green}) must be better than red (${threshold.red}).`,
      )
    }
  }
  for (const key of ["healthy", "concerning", "poor"] as const) {
    const points = health.points[key]
    if (points < 0 || points > 10) fault(`health.points.${key}`, "Points lie between 0 and 10.")
  }
  if (health.points.poor > health.points.concerning || health.points.concerning > health.points.healthy) {
    fault("health.points", "A better colour must not score fewer points.")
  }
  for (const key of ["concerning", "healthy"] as const) {
    if (health.bands[key] < 0 || health.bands[key] > 10) {
      fault(`health.bands.${key}`, "A band starts between 0 and 10.")
    }
  }
  if (health.bands.concerning >= health.bands.healthy) {
    fault("health.bands", "Yellow must start below green.")
  }
}

function checkDigital({ digital }: Policy, fault: Fault): void {
  checkKeys(digital.touchpoints, "digital.touchpoints", fault)
  digital.touchpoints.forEach((point, index) => {
    const path = `digital.touchpoints.${index}`
    if (point.label.trim() === "") fault(`${path}.label`, "A message needs a name.")
    if (point.roles.length === 0) fault(`${path}.roles`, "A message needs somebody to go to.")
  })
}

function checkKeys(items: readonly { key: string }[], path: string, fault: Fault): void {
  const known = new Set<string>()
  items.forEach(({ key }, index) => {
    if (known.has(key)) fault(`${path}.${index}.key`, `The key "${key}" is used twice.`)
    known.add(key)
  })
}

/** Each meaning needs a word, and no word may have two meanings. */
function checkWords(lists: Record<string, string[]>, path: string, fault: Fault): void {
  const meanings = new Map<string, string>()
  for (const [meaning, words] of Object.entries(lists)) {
    if (words.length === 0) fault(`${path}.${meaning}`, "At least one word is needed.")
    for (const word of words) {
      const plain = word.trim().toLowerCase()
      const other = meanings.get(plain)
      if (other !== undefined && other !== meaning) {
        fault(`${path}.${meaning}`, `"${word}" is listed under ${other} too.`)
      }
      meanings.set(plain, meaning)
    }
  }
}

/** The handbook's promise to every customer: once a month (section 4). */
const MONTH_DAYS = 30

/** A policy may tighten the monthly promise, never loosen it silently. */
function checkContact({ contact }: Policy, fault: Fault): void {
  const { base } = contact
  const explained = (reason: string | undefined) => (reason ?? "").trim() !== ""
  if (base.dueSoonFrom >= base.overdueFrom)
    fault("contact.base.dueSoonFrom", "Due soon must come before overdue.")
  if (base.overdueFrom > MONTH_DAYS && !explained(base.looserBecause)) {
    fault("contact.base.overdueFrom", looser(base.overdueFrom, MONTH_DAYS))
  }
  contact.windows.forEach((window, index) => {
    const path = `contact.windows.${index}`
    const settled = { ...base, ...window }
    const says = explained(window.looserBecause)
    if (settled.dueSoonFrom >= settled.overdueFrom) {
      fault(`${path}.dueSoonFrom`, "Due soon must come before overdue.")
    }
    if (settled.overdueFrom > base.overdueFrom && !says) {
      fault(`${path}.overdueFrom`, looser(settled.overdueFrom, base.overdueFrom))
    }
    if (window.exempt === true && !says) {
      fault(`${path}.exempt`, "Exempting customers from contact needs a reason in looserBecause.")
    }
  })
}

function looser(days: number, promised: number): string {
  return `${days} days is looser than the ${promised} promised to every customer: say why in looserBecause.`
}
