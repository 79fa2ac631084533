/** What the collapsed tab, its peek and the choice of how the panel opens say. */
const plural = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`

export const edge = {
  open: "Open Account Lens",
  /** The tab's accessible name: everything that it shows, then what a press does. */
  name: (parts: string[]) => `${parts.join(", ")}. Open Account Lens`,
  loading: "Reading this customer",
  churned: "churned",
  score: (score: string, band: string) => `${band}, ${score} of 10`,
  days: (n: number) => (n === 0 ? "now" : `${n}d`),
  sinceContact: (n: number) => (n === 0 ? "contact today" : `${plural(n, "day")} since contact`),
  overdue: "overdue",
  noContact: "no contact known",
  unmatched: "?",
  unknown: "–",
  late: "late",
  hours: (n: number) => (n < 1 ? "<1h" : `${n}h`),
  waits: (hours: number) => `customer waits, ${hours < 1 ? "under 1 h" : `${hours} h`} left`,
  waitsLate: "customer waits, answer is late",
  more: (n: number) => `and ${n} more`,
  renews: (n: number) =>
    n < 0 ? `ended ${plural(-n, "day")} ago` : n === 0 ? "renews today" : `renews in ${plural(n, "day")}`,
  next: "Next",
  keys: "Alt Shift L",
}

export const room = {
  title: "How should Account Lens open?",
  change: "Change it later in the ⋯ menu.",
  keep: "Keep",
  kinds: {
    room: { name: "Make room", text: "The page narrows to fit" },
    over: { name: "Lie over the page", text: "The page keeps its width" },
    beside: { name: "Browser side panel", text: "Stays open across tabs" },
  },
}
