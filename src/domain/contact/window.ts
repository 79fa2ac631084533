/** Which contact window applies (domain brief, section 4). */
import type { ContactPolicy, ContactWindow } from "../policy"

/** The first window naming the team or tier, else the monthly promise to every customer. */
export function windowFor(policy: ContactPolicy, team: string | null, tier: string | null): ContactWindow {
  const fits = (window: ContactWindow) =>
    (!window.teams || (team !== null && window.teams.includes(team))) &&
    (!window.tiers || (tier !== null && window.tiers.includes(tier)))
  return policy.windows.find(fits) ?? policy.base
}
