/** One window of a book, with what stands around it. */
import { noTier, quarterOf } from "~src/domain/book/filter"
import { findRows, queryBook } from "~src/domain/book/query"
import type { LinkKey } from "~src/domain/policy/policy"
import type { BookCsvRequest, BookPage, BookPageRequest } from "~src/messaging/views/book"
import type { BookRow } from "~src/messaging/views/lists"

import { adminNames } from "../../kernel/admins"
import type { WorkerContext } from "../../kernel/context"
import { ownerCounts } from "../../lists/book"
import { bookRows } from "../../lists/book-rows"
import { currentPolicy } from "../../policy/current"

const dashboards: [LinkKey, string][] = [
  ["healthTraits", "Traits dashboard"],
  ["book", "Book breakdown"],
  ["healthChanges", "Category changes"],
]

export async function bookPage(context: WorkerContext, request: BookPageRequest): Promise<BookPage> {
  const [rows, { today }, policy, names, counts] = await Promise.all([
    bookRows(context, request.who),
    context.clock(),
    currentPolicy(context),
    adminNames(context),
    ownerCounts(context.db),
  ])
  const day = { today, fiscalYearStart: policy.fiscalYearFirstMonth }
  const answer = queryBook(rows, { ...request, group: request.group }, day)
  return {
    today,
    ...answer,
    all: rows.length,
    ...choicesOf(rows, day.fiscalYearStart),
    owners: [...counts]
      .map(([adminId, count]) => ({ adminId, name: names.get(adminId) ?? adminId, count }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    dashboards: dashboards.flatMap(([key, label]) =>
      policy.links[key].startsWith("https:") ? { label, url: policy.links[key] } : [],
    ),
  }
}

/** Every row that matches, in the page's order: for a file. */
export async function matchingRows(
  context: WorkerContext,
  { who, filter, sort }: BookCsvRequest,
): Promise<BookRow[]> {
  const [rows, { today }, policy] = await Promise.all([
    bookRows(context, who),
    context.clock(),
    currentPolicy(context),
  ])
  return [...findRows(rows, filter, sort, { today, fiscalYearStart: policy.fiscalYearFirstMonth })]
}

type Choices = Pick<BookPage, "tiers" | "stages" | "quarters">

const known = new WeakMap<readonly BookRow[], Choices>()

/** What these rows can be filtered by, worked out once for each reading of the book. */
function choicesOf(rows: readonly BookRow[], fiscalYearStart: number): Choices {
  const ready = known.get(rows)
  if (ready) return ready
  const made = {
    tiers: tiersOf(rows),
    stages: [...new Set(rows.flatMap(({ stage }) => stage ?? []))].sort(),
    quarters: quartersOf(rows, fiscalYearStart),
  }
  known.set(rows, made)
  return made
}

/** Highest first; customers without a tier last. */
function tiersOf(rows: readonly BookRow[]): string[] {
  const ranks = new Map<string, number>()
  for (const { tier, tierRank } of rows) ranks.set(tier ?? noTier, tier === null ? 1000 : (tierRank ?? 999))
  return [...ranks].sort((a, b) => a[1] - b[1]).map(([tier]) => tier)
}

function quartersOf(rows: readonly BookRow[], fiscalYearStart: number): string[] {
  const first = new Map<string, string>()
  for (const row of rows) {
    const label = quarterOf(row, fiscalYearStart)
    const known = first.get(label)
    if (row.renewalOn !== undefined && (known === undefined || row.renewalOn < known))
      first.set(label, row.renewalOn)
  }
  return [...first].sort((a, b) => a[1].localeCompare(b[1])).map(([label]) => label)
}
