/** The ten traits in the order of the handbook's table (domain brief, section 3b). */
import type { TraitKey } from "../../facts"
import { accessToBuyer } from "./access-to-buyer"
import { activeChampion } from "./active-champion"
import { dauOverMau } from "./dau-over-mau"
import { lastActivity } from "./last-activity"
import { mauOverSeats } from "./mau-over-seats"
import { preciseIntel } from "./precise-intel"
import type { TraitRule } from "./rule"
import { sentiment } from "./sentiment"
import { defectTickets, helpTickets } from "./tickets"
import { versionsBehind } from "./versions-behind"

export type { TraitRule } from "./rule"

export const traitRules: Readonly<Record<TraitKey, TraitRule<never>>> = {
  sentiment,
  versionsBehind,
  preciseIntel,
  defectTickets90d: defectTickets,
  helpTickets90d: helpTickets,
  activeChampion,
  accessToBuyer,
  lastActivityDays: lastActivity,
  dauOverMau,
  mauOverSeats,
}
