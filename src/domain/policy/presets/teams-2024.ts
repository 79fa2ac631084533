/** Preset teams-2024: the newest public handbook text where it differs (tag [H] of the domain brief). */
import type { Policy } from "../policy"
import { teams2024Cadences } from "./cadences"
import { defaultPolicy } from "./default"
import { teams2024Tiers } from "./tiers"

export const teams2024: Policy = {
  ...defaultPolicy,
  name: "Teams 2024",
  preset: "teams-2024",
  tiers: teams2024Tiers,
  contact: {
    ...defaultPolicy.contact,
    windows: [
      { teams: ["Enterprise"], dueSoonFrom: 14, overdueFrom: 30 },
      {
        teams: ["Scaled"],
        dueSoonFrom: 30,
        overdueFrom: 60,
        looserBecause: "Scaled serves its customers on request, from a shared inbox (handbook 2024).",
      },
      {
        teams: ["Digital"],
        automaticCounts: true,
        exempt: true,
        looserBecause: "Digital customers are served by automated programmes (handbook 2024).",
      },
    ],
  },
  lifecycle: { ...defaultPolicy.lifecycle, adoptionGoal: { mauOverSeats: 0.5, days: 60 } },
  renewal: {
    ...defaultPolicy.renewal,
    earlyAssessment: false,
    yellowRedMeeting: false,
    yellowSavePlan: true,
    aeLeadsTeams: ["Scaled", "Digital"],
  },
  cadences: teams2024Cadences,
  names: {
    ...defaultPolicy.names,
    lowUtilization: "Customer Health - Decreased Usage",
    handOff: "Pre to Post-Sales Hand-off and Planning",
  },
}
