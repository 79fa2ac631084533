import { SalesforceError } from "./errors"

/** The newest version this client is tested with. */
const newestTested = 67
/** Below it, answers differ from what the client reads. */
const oldestKnown = 60

/**
 * The version to speak, from `GET /services/data`: the highest by number, at most the one we test.
 * @throws SalesforceError `version-retired` where the org speaks only older or only newer ones, `malformed` for no list of versions.
 */
export function chooseVersion(body: unknown): string {
  const list = Array.isArray(body) ? (body as ({ version?: unknown } | null)[]) : []
  const spoken = list
    .map((entry) => (typeof entry?.version === "string" ? Number(entry.version) : Number.NaN))
    .filter((number) => number > 0)
  if (spoken.length === 0) throw new SalesforceError("malformed", 200, "", "no list of versions")
  const numbers = spoken.filter((number) => number >= oldestKnown && number <= newestTested)
  if (numbers.length === 0) throw new SalesforceError("version-retired", 200, "", "no version in common")
  return Math.max(...numbers).toFixed(1)
}
