// The floors of the house, from the ground up: a folder imports only from lower floors, or from itself. Lint and test/unit/house hold it.

/** Floors of src/worker/. Types count, too. */
export const workerFloors = [
  ["cache", "rich-text"],
  ["kernel", "writes"],
  ["gateway"],
  ["policy", "salesforce", "search", "usage", "vitally"],
  ["evidence", "looker"],
  ["account-facts"],
  ["lists", "sync"],
  ["refresh"],
  ["outbox"],
  ["features"],
]

/** Floors of src/worker/features/: a feature imports no feature beside or above it. */
export const featureFloors = [
  [
    "action-state",
    "badge",
    "book",
    "coverage",
    "data-check",
    "evidence",
    "links",
    "open-page",
    "policy",
    "settings",
    "usage",
    "week",
    "workspace-check",
  ],
  ["account", "popup", "reminders", "status", "tabs", "traits"],
  ["panel-window"],
  ["data", "diagnostics", "panel"],
  ["connection"],
]

/** What `name` may not import: its neighbours on the same floor, and everything above. */
export function banned(floors, name) {
  const floor = floors.findIndex((folders) => folders.includes(name))
  return floors
    .slice(floor)
    .flat()
    .filter((folder) => folder !== name)
}
