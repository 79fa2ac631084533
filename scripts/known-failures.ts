/**
 * Tests that are known to fail, each with its reason (test/known-failures.json). They still run and are named at the end of
 * `npm test`; they count as skipped, so that a new failure stands out. The list only shrinks: whoever mends one takes it out.
 */
import { readFileSync } from "node:fs"
import path from "node:path"

import { root } from "./run"

export interface KnownFailure {
  /** A file's path from the root, or the start of it. */
  file: string
  /** Part of the test's full name; absent: every test of the file. */
  name?: string
  reason: string
}

export interface Outcome {
  file: string
  name: string
}

export function readKnownFailures(): KnownFailure[] {
  return JSON.parse(readFileSync(path.join(root, "test", "known-failures.json"), "utf8")) as KnownFailure[]
}

/** Parts failed tests into those that are known and those that are news. */
export function sortFailures(
  failed: readonly Outcome[],
  known: readonly KnownFailure[],
): { known: (Outcome & { reason: string })[]; news: Outcome[] } {
  const sorted = { known: [] as (Outcome & { reason: string })[], news: [] as Outcome[] }
  for (const one of failed) {
    const file = path.isAbsolute(one.file) ? path.relative(root, one.file) : one.file
    const match = known.find(
      (entry) =>
        file.replaceAll("\\", "/").startsWith(entry.file) &&
        (entry.name === undefined || one.name.includes(entry.name)),
    )
    if (match) sorted.known.push({ ...one, file, reason: match.reason })
    else sorted.news.push({ ...one, file })
  }
  return sorted
}
