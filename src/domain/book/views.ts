/** The views of a book that ship with the product. Each is an address: what a person changes and keeps is one, too. */

export interface BookView {
  name: string
  /** What the address says after `#book?`, without whose book it is. */
  query: string
}

const matrix =
  "arr,score,trait-sentiment,trait-versionsBehind,trait-preciseIntel,trait-defectTickets90d,trait-helpTickets90d,trait-activeChampion,trait-accessToBuyer,trait-lastActivityDays,trait-dauOverMau,trait-mauOverSeats,contact,renewal"

export const builtInViews: readonly BookView[] = [
  { name: "All", query: "" },
  { name: "Trait matrix", query: `columns=${matrix}&sort=score` },
  { name: "At risk, next 180 days", query: `flag=at-risk&sort=renewal&columns=${matrix}` },
  { name: "No champion or buyer", query: "flag=no-champion-or-buyer&sort=-arr" },
  { name: "Contact overdue", query: "contact=overdue" },
  { name: "Seats under 80%", query: "flag=seats-low&sort=seats" },
  { name: "Red accounts", query: "flag=red-account&sort=score" },
]
