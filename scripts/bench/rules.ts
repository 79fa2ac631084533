/** How long the rules take: one account, and whole books of 1,000, 10,000 and 100,000. */
import { assess } from "~src/domain/assess/assess"
import { addDays, clockAt } from "~src/domain/calendar"
import type { AccountFacts, Fact, Sentiment, Touch } from "~src/domain/facts"
import { defaultPolicy } from "~src/domain/policy/presets"
import { summarise } from "~src/domain/assess/summarise"

const clock = clockAt("2026-11-22T12:00:00Z", "Europe/Berlin")
const SENTIMENTS: readonly Sentiment[] = ["healthy", "concerning", "poor"]

/** Microseconds per account, and how far 100,000 accounts are from a hundred times 1,000 (1 is linear). */
export function benchRules(): Promise<Record<string, number>> {
  const accounts = book(1_000)
  const summariseBook = (size: number) =>
    time(size, (index) => summarise(accounts[index % 1_000] ?? account(0), defaultPolicy, clock))
  summariseBook(5_000)
  const thousand = median(5, () => summariseBook(1_000))
  const tenThousand = median(3, () => summariseBook(10_000))
  const hundredThousand = summariseBook(100_000)
  const assessOne = (size: number) =>
    time(size, (index) => assess(accounts[index % 1_000] ?? account(0), defaultPolicy, clock))
  assessOne(500)
  return Promise.resolve({
    "rules.summarise.1k.us": thousand,
    "rules.summarise.10k.us": tenThousand,
    "rules.summarise.100k.us": hundredThousand,
    "rules.summarise.100k over 1k": hundredThousand / thousand,
    "rules.assess.us": median(3, () => assessOne(1_000)),
  })
}

/** Microseconds per run. */
function time(runs: number, run: (index: number) => unknown): number {
  const start = performance.now()
  for (let index = 0; index < runs; index += 1) run(index)
  return ((performance.now() - start) * 1_000) / runs
}

function median(times: number, measure: () => number): number {
  const values = Array.from({ length: times }, measure).sort((a, b) => a - b)
  return values[Math.floor(times / 2)] ?? 0
}

/** An account as a first sync leaves it: the numbers differ, a fifth of the fields is missing. */
function account(seed: number): AccountFacts {
  const part = (salt: number) => ((seed * 2_654_435_761 + salt * 40_503) % 1_000) / 1_000
  const fact = <T>(value: T): Fact<T> => ({
    value,
    source: "vitally",
    field: "vitally.custom.field",
    at: clock.now,
  })
  const some = <T>(salt: number, value: T): { value?: Fact<T> } =>
    part(salt) < 0.2 ? {} : { value: fact(value) }
  const put = <K extends string, T>(key: K, salt: number, value: T) => {
    const found = some(salt, value).value
    return (found === undefined ? {} : { [key]: found }) as { [P in K]?: Fact<T> }
  }
  const touches: Touch[] = Array.from({ length: 5 }, (_, index) => ({
    at: `${addDays(clock.today, -Math.floor(part(index) * 90))}T09:00:00Z`,
    channel: "email",
    direction: index === 4 ? "inbound" : "outbound",
    automatic: false,
    source: "vitally",
  }))
  return {
    id: String(seed),
    name: `Account ${seed}`,
    ...put("employees", 1, Math.floor(part(1) * 60_000)),
    ...put("arr", 2, Math.floor(part(2) * 1_200_000)),
    ...put("seats", 3, 100 + Math.floor(part(3) * 900)),
    ...put("contractStartOn", 4, addDays(clock.today, -Math.floor(part(4) * 900))),
    ...put("renewalOn", 5, addDays(clock.today, Math.floor(part(5) * 400) - 30)),
    ...put("vitallyHealth", 6, part(6) * 10),
    traits: {
      ...put("sentiment", 7, SENTIMENTS[Math.floor(part(7) * 3)] ?? "healthy"),
      ...put("versionsBehind", 8, Math.floor(part(8) * 8)),
      ...put("preciseIntel", 9, part(9) > 0.5),
      ...put("defectTickets90d", 10, Math.floor(part(10) * 7)),
      ...put("helpTickets90d", 11, Math.floor(part(11) * 20)),
      ...put("activeChampion", 12, part(12) > 0.4),
      ...put("accessToBuyer", 13, part(13) > 0.4),
      ...put("lastActivityDays", 14, Math.floor(part(14) * 60)),
      ...put("dauOverMau", 15, part(15)),
      ...put("mauOverSeats", 16, part(16)),
    },
    touches,
  }
}

/** So many accounts, the same every time. */
export function book(size: number): AccountFacts[] {
  return Array.from({ length: size }, (_, index) => account(index))
}
