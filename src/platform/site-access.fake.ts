import type { SiteAccess } from "./site-access"

export interface FakeSiteAccess extends SiteAccess {
  withhold(withheld: boolean): void
}

export function fakeSiteAccess(): FakeSiteAccess {
  let isWithheld = false
  return {
    has: () => Promise.resolve(!isWithheld),
    withhold: (withheld) => void (isWithheld = withheld),
  }
}
