/** Every word of the popup. */
import type { Channel } from "~src/domain/facts"

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

export const popup = {
  title: "Account Lens",
  book: "Book of business",
  options: "Options",
  news: { title: "Since you last looked" },
  search: {
    label: "Search customers",
    placeholder: "Search all customers",
    results: "Customers found",
    none: (text: string) => `No customer matches “${text}”.`,
    hint: "Enter opens it in Vitally, Ctrl+Enter in Account Lens",
    hintMac: "Enter opens it in Vitally, ⌘ Enter in Account Lens",
    found: (n: number, total: number) =>
      total > n ? `${n} of ${total} customers shown` : plural(n, "customer found", "customers found"),
    mine: "yours",
  },
  today: {
    title: "Today",
    done: (done: number, total: number) => `${done} of ${total} done`,
    group: "Group by",
    byDue: "Due",
    byCustomer: "Customer",
    week: "+ 7 days",
    weekLabel: "Show the next seven days too",
    buckets: {
      overdue: "Overdue",
      today: "Due today",
      week: "Next seven days",
      undated: "Without a date",
      done: "Done",
    },
    showDone: (n: number) => `${n} done today`,
    empty: "Nothing is due today.",
    reading: "Tasks are still being read.",
    allDone: "All done for today.",
    noCustomer: "No customer",
    due: (day: string) => `due ${day}`,
    snooze: (name: string) => `Snooze “${name}”`,
    tomorrow: "Until tomorrow",
    nextWeek: "Until Monday",
    inTwoWeeks: "For two weeks",
    snoozed: (name: string, day: string) => `“${name}” comes back ${day}.`,
    completed: (name: string) => `Completed “${name}”.`,
    reopened: (name: string) => `Reopened “${name}”.`,
    sending: "sending",
  },
  add: {
    customer: "Customer",
    added: (name: string) => `Added “${name}”.`,
    choose: "Choose a customer from the list.",
  },
  actions: { title: "Recommended, due by today" },
  overdue: {
    title: "Overdue contacts",
    empty: "Nobody is overdue. Every customer was contacted within its window.",
    reading: "Nobody so far. Customers are still being read.",
    noBook:
      "No customer names you as its Technical Advisor, so nobody can be overdue. Check in the options who you are and which role means “mine”.",
    options: "Open options",
    since: (n: number) => `${plural(n, "day", "days")} since contact`,
    never: "No contact found",
    over: (n: number) => (n === 0 ? "overdue since today" : `${plural(n, "day", "days")} overdue`),
    last: (channel: string, day: string) => (channel ? `${channel}, ${day}` : day),
    touch: "I was in touch",
    touchOf: (name: string) => `I was in touch with ${name}`,
    logged: (channel: string, name: string) => `Logged with ${name}: ${channel}.`,
    more: (n: number) => `Show ${n} more`,
  },
  jump: {
    label: "Jump to",
    tasks: (n: number) => plural(n, "task left", "tasks left"),
    contacts: (n: number) => plural(n, "contact overdue", "contacts overdue"),
  },
  contactToday: "in touch today",
  contactUnknown: "no contact known",
  openCustomer: (name: string) => `Open ${name}`,
  covering: (name: string, until: string) =>
    `You cover ${name} until ${until}: their customers are listed too.`,
  trouble: {
    refused: (text: string) => `Not saved: ${text}`,
    waiting: (text: string) => `Not sent yet: ${text}`,
    undecided: (text: string) => `Did this arrive? ${text}`,
    retry: "Try again",
    discard: "Discard",
    arrived: "It arrived",
    again: "Send it again",
  },
  sync: {
    now: "Refresh now",
    first: "Reading your customers for the first time",
    waiting: (n: number) => plural(n, "change waits to be sent", "changes wait to be sent"),
    setAside: (n: number) => `${plural(n, "row", "rows")} could not be read`,
  },
  start: {
    title: "Connect Account Lens to Vitally",
    text: "Then your tasks for today and the customers you have not spoken to for too long are listed here.",
    connect: "Connect",
    whoTitle: "Who are you?",
    whoText: "Choose yourself in the options, so that your customers and tasks can be told from others’.",
    who: "Choose",
  },
}

/** The channels of "I was in touch", most common first. */
export const touchChannels: Channel[] = ["email", "slack", "zoom", "call", "meeting", "in-person"]
