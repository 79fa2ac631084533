/**
 * Settles against the connected workspace what no public source tells (facts: vitally-api, section 8): read-only probes, and lines
 * without customer data: statuses, names of API fields, types and counts.
 */
import type { CheckRow } from "~src/messaging/views/options"

import { createProbe } from "./probe"
import { type CheckDeps, steps } from "./steps"

/**
 * Runs one step of the check, at most six requests. The page asks step by step, so it can show how far it is, stop, or just close.
 * @throws VitallyError where asking on is no use: no network, no valid key, no request left.
 */
export async function checkStep(deps: CheckDeps, step: number): Promise<{ rows: CheckRow[]; steps: number }> {
  const probe = createProbe(deps.client)
  await steps[step]?.(probe, deps)
  return { rows: probe.rows, steps: steps.length }
}
