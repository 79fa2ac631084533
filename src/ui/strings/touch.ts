/** Words of the form that logs a touch, which panel and popup share. */
export const touchForm = {
  channel: "Channel",
  day: "Day",
  note: "Note",
  save: "Log touch",
}
