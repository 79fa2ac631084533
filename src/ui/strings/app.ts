/** Words of the frame around all pages that fill a tab. */
export const app = {
  brand: "Account Lens",
  tabTitle: (page: string) => `${page} · Account Lens`,
  navigation: "Pages",
  options: "Options",
  bulk: {
    refused: (n: number, why: string) => `Not done for ${n} ${n === 1 ? "customer" : "customers"}. ${why}`,
  },
  pages: {
    book: "Book",
    week: "This week",
    monday: "Monday",
    meeting: "Yellow/Red",
    lighthouse: "Lighthouse",
    review: "Results",
    scaled: "Scaled desk",
    team: "Team",
    traits: "Update traits",
    renewals: "Renewals",
    changes: "Health changes",
    coverage: "Coverage",
    usage: "Usage",
    data: "Data to check",
    link: "Link a page",
    welcome: "First steps",
  },
}
