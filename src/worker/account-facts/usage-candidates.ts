/** What files and Looker say of a customer: each system's newest word on each fact. */
import type { Candidate } from "~src/domain/candidates/candidate"
import { add, type Pool } from "~src/domain/candidates/pool"
import { addDays } from "~src/domain/calendar"
import type { FactName } from "~src/domain/facts"
import type { ColumnMap, ColumnUse } from "~src/domain/usage/columns"
import { ratioOf, type UsageDay } from "~src/domain/usage/usage-day"

import { type UsageRecord, usageDays } from "../usage/store"
import type { FactsContext } from "./context"

type System = "file" | "looker"

interface Reading {
  name: FactName
  of: (day: UsageDay) => number | string | null | undefined
  /** Columns that it is read or computed from. */
  uses: readonly ColumnUse[]
}

const readings: readonly Reading[] = [
  { name: "monthlyActiveUsers", of: ({ mau }) => mau, uses: ["mau"] },
  { name: "seats", of: ({ seats }) => seats, uses: ["seats"] },
  { name: "version", of: ({ version }) => version, uses: ["version"] },
  { name: "versionsBehind", of: ({ versionsBehind }) => versionsBehind, uses: ["versionsBehind"] },
  { name: "mauOverSeats", of: ({ mauOverSeats }) => mauOverSeats, uses: ["mauOverSeats"] },
  { name: "mauOverSeats", of: (day) => ratioOf(day, "mauOverSeats"), uses: ["mau", "seats"] },
  { name: "dauOverMau", of: ({ dauOverMau }) => dauOverMau, uses: ["dauOverMau"] },
  { name: "dauOverMau", of: (day) => ratioOf(day, "dauOverMau"), uses: ["dau", "mau"] },
]

/** Adds every value; nothing is chosen here. A week may be named by its last day; what lies further ahead is a wrong date. */
export function usageCandidates(
  pool: Pool,
  usage: UsageRecord,
  { usageImports = [], clock }: FactsContext,
): void {
  const latest = addDays(clock.today, 6)
  for (const system of ["file", "looker"] as const) {
    const days = usageDays(ofSystem(usage, system, usageImports))
      .filter(({ on }) => on <= latest)
      .reverse()
    if (days.length === 0) continue
    const columns = usageImports.find((one) => systemOf(one) === system)?.columns ?? {}
    const taken = new Set<FactName>()
    for (const { name, of, uses } of readings) {
      const day = taken.has(name) ? undefined : days.find((one) => isSaid(of(one)))
      if (!day) continue
      taken.add(name)
      add(pool, name, candidateOf(system, of(day), day.on, fieldOf(uses, columns), clock.now))
    }
  }
}

const isSaid = (value: unknown) => value !== null && value !== undefined
const systemOf = ({ system }: { system?: "looker" }): System => system ?? "file"

function ofSystem(
  usage: UsageRecord,
  system: System,
  imports: FactsContext["usageImports"] & object,
): UsageRecord {
  const looker = new Set(imports.flatMap((one) => (one.system === "looker" ? one.id : [])))
  return Object.fromEntries(
    Object.entries(usage).map(([on, words]) => [
      on,
      words.filter(({ by }) => looker.has(by) === (system === "looker")),
    ]),
  )
}

/** `at` is the day that the value is of, at noon: it is the same day in nearly every time zone. */
function candidateOf(system: System, value: unknown, on: string, field: string, now: string): Candidate {
  const noon = `${on}T12:00:00.000Z`
  return { value, system, object: "account", field, at: Date.parse(noon) > Date.parse(now) ? now : noon }
}

/** As the file's headings or Looker's fields say it; else the use's own name. */
function fieldOf(uses: readonly ColumnUse[], columns: ColumnMap): string {
  return uses.map((use) => columns[use] ?? use).join(" / ")
}
