/** The budgets of the design's section 6, in each figure's own unit. Times never fail a run: read the ratios. */
export const budgets: Record<string, number> = {
  panel_painted_warm_ms: 250,
  panel_painted_cold_ms: 350,
  popup_painted_ms: 200,
  "rules.summarise.10k.us": 20,
  "rules.assess.us": 1000,
  badge_100k_ms: 5,
  search_100k_ms: 50,
  worker_heap_mb: 15,
  host_account_page_extra_task_ms: 5,
  host_account_page_extra_heap_mb: 0.3,
  host_account_page_extra_requests: 0,
  host_other_page_extra_task_ms: 5,
  host_other_page_extra_heap_mb: 0.3,
  host_other_page_extra_requests: 0,
}

/** "panel_painted_warm_ms   190   budget 250   kept" */
export function lineOf(name: string, value: unknown): string {
  const shown = typeof value === "number" ? String(Number(value.toFixed(2))) : JSON.stringify(value)
  const budget = budgets[name]
  if (budget === undefined) return `${name.padEnd(40)} ${shown}`
  const mark = typeof value === "number" && value <= budget ? "kept" : "OVER"
  return `${name.padEnd(40)} ${shown.padStart(10)}   budget ${String(budget).padStart(6)}   ${mark}`
}
