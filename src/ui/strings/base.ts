/** Words that every page shares. One place, so that a second language is a second file. */
import type { Band } from "~src/domain/assessment"
import type { Channel, Direction, SourceSystem } from "~src/domain/facts"

export const bandWords: Record<Band, string> = {
  healthy: "Healthy",
  concerning: "Concerning",
  poor: "Poor",
  unknown: "No data",
}

export const bandColours: Record<Band, string> = {
  healthy: "green",
  concerning: "yellow",
  poor: "red",
  unknown: "",
}

export const channelWords: Record<Channel, string> = {
  email: "Email",
  slack: "Slack",
  zoom: "Zoom",
  meeting: "Meeting",
  call: "Call",
  "in-person": "In person",
  note: "Note",
  ticket: "Ticket",
  chat: "Chat",
  other: "Other",
}

export const directionWords: Record<Direction, string> = {
  inbound: "from them",
  outbound: "from us",
  both: "both ways",
  unknown: "",
}

export const sourceWords: Record<SourceSystem, string> = {
  vitally: "Vitally",
  salesforce: "Salesforce",
  manual: "set by hand",
  derived: "worked out here",
  file: "a file",
  looker: "Looker",
}

export const base = {
  task: { add: "Add a task", name: "Task", due: "Due", save: "Add task" },
  retry: "Try again",
  close: "Close",
  cancel: "Cancel",
  undo: "Undo",
  loading: "Loading",
  noData: "No data",
  dash: "–",
  opensIn: (host: string) => `opens ${host}`,
  dismiss: "Dismiss",
  reading: {
    updated: (age: string) => `Updated ${age}`,
    shown: (clock: string, age: string) => `This is from ${clock}, ${age}.`,
    offline: "You’re offline.",
    offlineEmpty: "Nothing has been loaded yet.",
    fix: "Fix in options",
  },
  missing: { remove: "Remove them here", keep: "Keep them", seen: "I have read this" },
  ago: (text: string) => `${text} ago`,
  justNow: "just now",
  minutes: (n: number) => `${n} min`,
  underAnHour: "under 1 h",
  hours: (n: number) => `${n} h`,
  days: (n: number) => (n === 1 ? "1 day" : `${n} days`),
  today: "today",
  tomorrow: "tomorrow",
  yesterday: "yesterday",
}
