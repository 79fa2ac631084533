/** Facts for tests of the rules: plain values in, facts out. */
import { clockAt } from "~src/domain/calendar"
import type { AccountFacts, Clock } from "~src/domain/facts"
import { factsFromLoose } from "~src/domain/intake/loose"
import { defaultPolicy } from "~src/domain/policy/presets"

/** Sunday 22 November 2026, 13:00 in Berlin. */
export const clock: Clock = clockAt("2026-11-22T12:00:00Z", "Europe/Berlin")

/** Facts of an account named Globex, as a facts file would give them. */
export function account(loose: Record<string, unknown> = {}, at: Clock = clock): AccountFacts {
  return factsFromLoose({ id: "globex", name: "Globex", ...loose }, defaultPolicy.mapping, at)
}

/** The traits of the test vector of section 3c. */
export const vector = {
  sentiment: "Concerning",
  versionsBehind: 3,
  preciseIntel: true,
  defectTickets90d: 1,
  helpTickets90d: 12,
  activeChampion: true,
  accessToBuyer: false,
  lastActivityDays: 20,
  dauOverMau: 0.25,
  mauOverSeats: 0.62,
}

/** All ten traits green. */
export const green = {
  sentiment: "Healthy",
  versionsBehind: 0,
  preciseIntel: true,
  defectTickets90d: 0,
  helpTickets90d: 0,
  activeChampion: true,
  accessToBuyer: true,
  lastActivityDays: 1,
  dauOverMau: 0.5,
  mauOverSeats: 0.85,
}

/** All ten traits red. */
export const red = {
  sentiment: "Poor",
  versionsBehind: 9,
  preciseIntel: false,
  defectTickets90d: 9,
  helpTickets90d: 30,
  activeChampion: false,
  accessToBuyer: false,
  lastActivityDays: 60,
  dauOverMau: 0.1,
  mauOverSeats: 0.2,
}
