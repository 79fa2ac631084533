/** Words of the meeting and of the pass over the hand-kept traits. */
const plural = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`

export const meeting = {
  title: "Yellow/Red Renewals",
  about: (customers: number, money: string) =>
    `${plural(customers, "customer")}${money ? `, ${money}` : ""}, renewing within 180 days`,
  withGreen: "Show green ones, too",
  none: "No red or yellow customer renews within 180 days.",
  copy: "Copy as Markdown",
  copied: "Agenda copied.",
  notCopied: "Couldn't copy. Select the table and press Ctrl+C.",
  print: "Print",
  close: "Close the meeting",
  closeAbout: "Keeps how everybody stands today, so that the next agenda says what changed.",
  closed: "Meeting closed. The next agenda says what changed since today.",
  heldOn: (day: string) => `Changes since ${day}`,
  neverHeld: "No meeting has been closed here yet, so no changes can be told.",
  left: (names: string) => `No longer on the list: ${names}.`,
  heads: {
    customer: "Customer",
    renews: "Renews",
    score: "Score and reason",
    ae: "AE, assessment",
    plan: "Get Well plan",
    contact: "Last contact",
    rating: "Your rating",
    ask: "Ask or decision",
  },
  days: (n: number) => (n === 0 ? "today" : plural(n, "day")),
  ago: (n: number | null) => (n === null ? "none known" : n === 0 ? "today" : `${plural(n, "day")} ago`),
  change: { new: "new on the list", better: "better", worse: "worse", same: "unchanged" },
  was: (score: string) => `was ${score}`,
  noScore: "no score",
  noCause: "No trait is red or yellow.",
  assessment: (text: string) => `Health Assessment: ${text}`,
  askLabel: (name: string) => `Ask or decision for ${name}`,
  askHint: "Kept on this computer. Copy the agenda to share it.",
  saved: (name: string) => `Saved the ask for ${name}`,
  task: (name: string) => `Make it a task: ${name}`,
  taskShort: "Make it a task",
  taskDone: (name: string) => `Added the ask for ${name} as a task`,
  rate: (name: string) => `Rating of ${name}`,
  rated: (name: string, word: string) => `Set the rating of ${name} to ${word}`,
  ratings: { healthy: "Healthy", concerning: "Concerning", poor: "Poor" },
  notRated: "Not set",
}

export const sweep = {
  title: "Update my traits",
  about: (due: number, days: number) =>
    due === 0
      ? `Every customer was looked at within ${days} days.`
      : `${plural(due, "customer")} not known to have been checked within ${days} days.`,
  done: (done: number, of: number) => `${done} of ${of} done`,
  all: "Show all customers",
  heads: {
    customer: "Customer",
    score: "Health",
    sentiment: "Your sentiment",
    activeChampion: "Champion?",
    accessToBuyer: "Buyer access?",
    checked: "Last checked",
    since: "What we saw since",
    act: "",
  },
  never: "not known",
  noChange: "Still right",
  noChangeOf: (name: string) => `${name}: all three are still right`,
  checked: (name: string) => `Checked ${name}: nothing changed`,
  saved: (name: string, trait: string, word: string) => `Set ${trait} of ${name} to ${word}`,
  traitOf: (trait: string, name: string) => `${trait} of ${name}`,
  values: { healthy: "Healthy", concerning: "Concerning", poor: "Poor", yes: "Yes", no: "No" },
  keys: "1 2 3 set · ← → next trait · ↑ ↓ next customer · Enter still right · U undo",
  readOnly: "These traits are not mapped to fields that can be written. Map them in Options.",
}

const weekday = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
})

export const week = {
  title: "This week",
  none: "Nothing falls due in the next seven days.",
  today: "today",
  day: (on: string) => weekday.format(new Date(`${on}T12:00:00Z`)).replace(",", ""),
  hour: (at: string) => new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }),
  late: (day: string) => ` (due ${day})`,
  contact: (name: string) => `Contact ${name}`,
  contactDue: "Contact falls due",
  kinds: { meeting: "Meeting", task: "Task", contact: "Contact" },
  copy: "Copy as Markdown",
  copied: "Week copied.",
  notCopied: "Couldn't copy. Select the list and press Ctrl+C.",
  print: "Print",
  calendar: "Add to calendar (.ics)",
  done: (task: string) => `Mark as done: ${task}`,
  completed: (task: string) => `Completed '${task}'`,
}
