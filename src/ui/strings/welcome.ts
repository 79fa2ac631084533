/** Words of the first-run page and of the page that links by hand. */
export const welcomeText = {
  title: "Welcome to Account Lens",
  about:
    "On a customer's page in Vitally or Salesforce it says where the customer stands and what to do next. Four short steps; each can wait.",
  skip: "Skip for now",
  skipHint: "Everything here is in the settings too.",
  step: (number: number, title: string) => `${number}. ${title}`,
  done: "Done",
  connect: { title: "Connect Vitally", done: (subdomain: string) => `Connected to ${subdomain}.` },
  me: {
    title: "Say who you are",
    first: "Connect Vitally first.",
    done: (name: string) => `You are ${name}.`,
  },
  sync: {
    title: "Read your workspace",
    first: "Starts by itself once Vitally is connected.",
    about: "You need not wait: this goes on in the background, also when this page is closed.",
    done: (accounts: number) => `${accounts.toLocaleString("en-GB")} customers are here.`,
  },
  tiers: {
    title: "Choose how customers are tiered",
    first: "The counts appear with the first customers.",
    legend: "Tier scheme",
    soFar: "Counted over the customers read so far. All are counted when the first sync is done.",
    best: "fits your CRM",
    bestHint: "Preselected: its tiers have the names your CRM uses.",
    use: "Use this scheme",
    used: "In use.",
    usedBest: "In use: its tiers have the names your CRM uses.",
    locked: "Your administrator sets the policy.",
  },
  next: {
    title: "Where to look next",
    lines: [
      "Open a customer in Vitally or Salesforce: the panel opens at the side, or behind a small tab on the edge.",
      "The button in the toolbar lists today's tasks; its number counts customers whose contact is overdue.",
      "Alt+Shift+L opens and closes the panel.",
    ],
    book: "Open my book of business",
    settings: "Open the settings",
    finish: "Finish",
    finished: "All set. You can close this page.",
  },
} as const

export const linkText = {
  title: "Link a page to a customer",
  noPage:
    "No page was named. Open the panel on the page that is not recognised, and choose to link it from there.",
  page: "Page",
  about:
    "Vitally does not say which customer this page is about. Choose it here once; the panel remembers it, and you can take it back at any time.",
  search: "Customer",
  linkTo: (name: string) => `Link this page to ${name}`,
  linked: (name: string) => `Linked to ${name}. The panel on that page shows this customer now.`,
  undo: "Undo",
  undone: "The link is taken back.",
  linkedAlready: (name: string) => `This page is linked to ${name}. Choosing another customer replaces it.`,
  list: "Pages linked by hand",
} as const
