/** The budgets of the design's section 6, in each figure's own unit. Times never fail a run: read the ratios. */
export const budgets: Record<string, number> = {
  panel_painted_warm_ms: 250,
  panel_painted_cold_ms: 350,
  popup_painted_ms: 200,
  book_first_rows_ms: 150,
  "book.query_10k.first_ms": 100,
  "rules.summarise.10k.us": 20,
  "rules.assess.us": 1000,
  // Linear: an account of a hundred thousand takes no longer than one of a thousand, give or take the machine's noise.
  "rules.summarise.100k over 1k": 1.2,
  "evidence.judge_10k.ms": 150,
  // Part of an import, of which all may take 3 s.
  "usage.read_100k.ms": 1_000,
  badge_100k_ms: 5,
  search_100k_ms: 10,
  "sync_10k.ratio": 1.3,
  "incremental_idle.requests": 2,
  worker_heap_mb: 15,
  host_account_page_extra_task_ms: 5,
  host_account_page_extra_heap_mb: 0.3,
  host_account_page_extra_requests: 0,
  host_other_page_extra_task_ms: 5,
  host_other_page_extra_heap_mb: 0.3,
  host_other_page_extra_requests: 0,
}

/**
 * A figure's lines. A budget may be for a part of one: its name is then the figure's and the part's, with a dot between.
 * @example "panel_painted_warm_ms   190   budget 250   kept"
 */
export function linesOf(name: string, value: unknown): string[] {
  const parts =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([part, inner]) => judged(`${name}.${part}`, inner))
      : []
  return [judged(name, value)[0] ?? `${name.padEnd(40)} ${shown(value)}`, ...parts]
}

function judged(name: string, value: unknown): string[] {
  const budget = budgets[name]
  if (budget === undefined) return []
  const mark = typeof value === "number" && value <= budget ? "kept" : "OVER"
  return [`${name.padEnd(40)} ${shown(value).padStart(10)}   budget ${String(budget).padStart(6)}   ${mark}`]
}

function shown(value: unknown): string {
  if (typeof value === "number") return String(Number(value.toFixed(2)))
  return value === undefined ? "nothing" : JSON.stringify(value)
}

/** A line for each budget whose figure is not among the measured: a renamed figure must not drop out in silence. */
export function unmeasured(figures: Record<string, unknown>): string[] {
  const known = (name: string) => {
    const dot = name.lastIndexOf(".")
    const whole = figures[name.slice(0, dot)]
    return (
      name in figures ||
      (dot > 0 && typeof whole === "object" && whole !== null && name.slice(dot + 1) in whole)
    )
  }
  return Object.keys(budgets)
    .filter((name) => !known(name))
    .map((name) => `${name.padEnd(40)} ${"not measured".padStart(10)}   budget ${String(budgets[name])}`)
}
