/** Every recommendation; their order here breaks ties. One file each, named by its id. */
import { accountTransition } from "./account-transition"
import { adoptionGoal } from "./adoption-goal"
import { churnCloseOut, churnRetro } from "./churn-retro"
import { digitalTouchpoint } from "./digital-touchpoint"
import { expansion } from "./expansion"
import { fillIn } from "./fill-in"
import { gmailIntegration } from "./gmail-integration"
import { handOff } from "./hand-off"
import { lighthouseEntry } from "./lighthouse-entry"
import { lighthouseExit } from "./lighthouse-exit"
import { lighthouseUpdate } from "./lighthouse-update"
import { lowDauOverMau } from "./low-dau-over-mau"
import { lowMauOverSeats } from "./low-mau-over-seats"
import { lowScore } from "./low-score"
import { lowSentiment } from "./low-sentiment"
import { manyTickets } from "./many-tickets"
import { newCustomer } from "./new-customer"
import { noBuyerAccess } from "./no-buyer-access"
import { noChampion } from "./no-champion"
import { contactDueSoon, overdueContact } from "./overdue-contact"
import { preciseIntelOff } from "./precise-intel-off"
import type { Recommendation } from "./recommendation"
import { renewal180Assessment } from "./renewal-180-assessment"
import { renewal180Unhealthy } from "./renewal-180-unhealthy"
import { renewalAssessment120 } from "./renewal-assessment-120"
import { renewalLicence } from "./renewal-licence"
import { settleChurn } from "./settle-churn"
import { settleRenewal } from "./settle-renewal"
import { staleTraits } from "./stale-traits"
import { successPlan } from "./success-plan"
import { unansweredCustomer } from "./unanswered-customer"
import { versionsBehind } from "./versions-behind"

export const recommendations: readonly Recommendation[] = [
  unansweredCustomer,
  lighthouseEntry,
  renewalAssessment120,
  renewal180Unhealthy,
  renewal180Assessment,
  renewalLicence,
  lighthouseUpdate,
  lighthouseExit,
  handOff,
  newCustomer,
  adoptionGoal,
  accountTransition,
  settleChurn,
  settleRenewal,
  churnRetro,
  churnCloseOut,
  successPlan,
  digitalTouchpoint,
  overdueContact,
  contactDueSoon,
  noChampion,
  noBuyerAccess,
  lowSentiment,
  lowMauOverSeats,
  lowDauOverMau,
  versionsBehind,
  preciseIntelOff,
  manyTickets,
  lowScore,
  expansion,
  fillIn,
  staleTraits,
  gmailIntegration,
]
