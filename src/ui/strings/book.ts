/** Every word of the book page and the coverage page. */
import type { Band, ContactStatus } from "~src/domain/assessment"

const plural = (n: number, one: string, many: string) =>
  `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`

export const contactWords: Record<ContactStatus, string> = {
  overdue: "Overdue",
  "due-soon": "Due soon",
  ok: "In time",
  unknown: "No data",
  exempt: "Not due",
}

export const book = {
  title: "Book of business",
  owner: "Book of",
  mine: (name: string) => `${name} (you)`,
  ownerCount: (name: string, count: number) => `${name}, ${count.toLocaleString("en-US")}`,
  loading: "Reading the book",
  first: "Your customers are being read for the first time. They appear here as they come in.",
  empty: {
    connect: {
      title: "Nothing is connected yet",
      text: "Connect Vitally in the options; your customers are read then and listed here.",
      action: "Open options",
    },
    who: {
      title: "Who are you?",
      text: "Choose yourself in the options, so that your customers can be told from others’. Anybody's book can be chosen above.",
      action: "Open options",
    },
    mine: {
      title: "No customers here",
      text: "No customer names you as its Technical Advisor. Check in the options who you are and which role means “mine”.",
      action: "Open options",
    },
    other: { title: "No customers here", text: "This person has no customers.", action: "" },
  },
  table: {
    name: "Customer",
    tier: "Tier",
    stage: "Stage",
    health: "Health",
    contact: "Last contact",
    renewal: "Renewal",
    arr: "ARR",
    seats: "MAU / seats",
    owner: "Owner",
    open: (name: string) => `Open ${name} in Vitally`,
    openHere: (name: string) => `Open ${name} in Account Lens`,
    noneMatch: "No customer matches these filters.",
    lighthouse: "Lighthouse",
    waiting: "waits for an answer",
    renews: (day: string) => `renews ${day}`,
    ofSeats: (share: string) => `${share} of seats used`,
    sort: "Sort by",
  },
  filters: {
    label: "Filters",
    text: "Find a customer",
    tier: "Tier",
    band: "Health",
    contact: "Contact",
    renewal: "Renewal",
    all: "All",
    noTier: "No tier",
    clear: "Clear filters",
    shown: (n: number, total: number) =>
      n === total
        ? plural(total, "customer", "customers")
        : `${n.toLocaleString("en-US")} of ${plural(total, "customer", "customers")}`,
    export: "Export CSV",
  },
  days: (n: number) => (n === 0 ? "today" : plural(n, "day", "days")),
  out: (n: number) =>
    n === 0 ? "today" : n > 0 ? `in ${plural(n, "day", "days")}` : `ended ${plural(-n, "day", "days")} ago`,
  noContact: "none known",
  left: (day: string) => `Left on ${day}`,
  arr: (money: string) => `${money} ARR`,
  /** Where no customer has a renewal date by which the windows could be named. */
  windows: {
    ended: "Contract ended",
    formal: "Renewing",
    early: "Renewing soon",
    later: "Renewing later",
    none: "No renewal date",
  },
  renewals: {
    endedAbout: "Past their renewal date, with no later one known.",
    formalAbout: "Joint health assessment with the AE; yellow and red get a plan.",
    earlyAbout: "Complete the Health Assessment; yellow and red also get a Get Well plan.",
    laterAbout: "Nothing is due for these yet.",
    none: "No renewal within a year is known in this book.",
    count: (n: number) => plural(n, "renewal", "renewals"),
    next: "Next",
  },
  changes: {
    none: "No health change was noted in the last 90 days. Changes are noted while Account Lens is reading.",
    drops: "Only drops",
    moved: (label: string, from: string, to: string) =>
      `${label}: ${from || "no data"} to ${to || "no data"}`,
  },
}

export const bandOrder: Band[] = ["poor", "concerning", "healthy", "unknown"]
export const contactOrder: ContactStatus[] = ["overdue", "due-soon", "ok", "unknown", "exempt"]

export const coverage = {
  title: "Coverage",
  about: "Which customers need someone while you are away, why, and what to do before you go.",
  from: "First day away",
  to: "Last day away",
  who: "Whose absence",
  me: "Mine",
  make: "Show the plan",
  none: "No customer needs cover in these days.",
  customers: (n: number) => (n === 1 ? "1 customer needs cover" : `${n} customers need cover`),
  before: "Before you go",
  steps: "Steps",
  copy: "Copy as text",
  copied: "Copied.",
  notCopied: "The browser did not allow copying.",
  renews: (day: string) => `Renews ${day}`,
  backwards: "The last day is before the first.",
  covering: {
    title: "You cover",
    none: "You cover nobody at the moment.",
    until: (from: string, to: string) => `${from} to ${to}`,
    stop: (name: string) => `Stop covering ${name}`,
    add: "Cover a colleague",
    about: "Their customers join your lists and badge for these days and leave again by themselves.",
  },
}
