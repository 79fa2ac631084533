import { type Next, nextOf } from "~src/domain/day/next"
import type { Standing } from "~src/domain/day/urgency"
import type { AccountView } from "~src/messaging/contract"

import { useAccount } from "./panel-context"

/** What only a person knows. */
export const setByHand = ["sentiment", "activeChampion", "accessToBuyer"] as const

/** The one thing to do next, as the glance and the plan show it. */
export function useNext(): Next {
  return nextFor(useAccount().account)
}

/** The same for an account that no panel is open about. */
export function nextFor(account: AccountView): Next {
  return nextOf(account.assessment, standingOf(account), {
    actions: account.actions,
    tasks: account.tasks.filter(({ mine, completedAt }) => mine && completedAt === undefined),
    canFill: setByHand.some((key) => account.canSet.includes(key)),
  })
}

/** What the popup's order is made of, for this customer. */
function standingOf({ assessment, facts }: AccountView): Standing {
  const { tier, health, renewal } = assessment
  return {
    tier: tier.name,
    tierRank: tier.rank,
    band: health.band,
    noChampion: facts.traits.activeChampion?.value === false,
    noBuyer: facts.traits.accessToBuyer?.value === false,
    ...(renewal.on !== null && { renewalOn: renewal.on }),
  }
}
