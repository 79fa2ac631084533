/** What the curve behind the usage traits says. Apart from the import of usage: the panel says only this. */
export const curveText = {
  title: "13 weeks",
  label: (trait: string, from: string, to: string, first: string, last: string) =>
    `${trait}: ${first} on ${from}, ${last} on ${to}`,
  since: (points: number) =>
    `Since the last contact: ${points > 0 ? "+" : points < 0 ? "−" : "±"}${Math.abs(points)} points.`,
  source: (on: string) => `From imported usage, newest ${on}.`,
  numbers: "Numbers",
  week: "Day",
}

export const usageTables = {
  features: "Usage by feature",
  teams: "Usage by team",
  feature: "Feature",
  team: "Team",
  count: "Used",
  on: "Week",
  none: "not used",
  names: {
    searches: "Search",
    codeNavigation: "Code navigation",
    batchChanges: "Batch changes",
    assistantUsers: "Assistant",
  },
}
