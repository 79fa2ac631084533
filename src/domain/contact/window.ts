/** Which contact window applies (domain brief, section 4). */
import type { ContactPolicy, ContactWindow } from "../policy/policy"

/** A window whose days are settled. */
export type SettledWindow = ContactWindow & { dueSoonFrom: number; overdueFrom: number }

/** The first window naming the team or tier, else the monthly promise to every customer. */
export function windowFor(policy: ContactPolicy, team: string | null, tier: string | null): SettledWindow {
  const fits = (window: ContactWindow) =>
    (!window.teams || (team !== null && window.teams.includes(team))) &&
    (!window.tiers || (tier !== null && window.tiers.includes(tier)))
  const window = policy.windows.find(fits)
  return window ? { ...policy.base, ...window } : policy.base
}
