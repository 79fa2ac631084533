/** Words of the workspace check; what was found is worded by the worker. */
import type { CheckRow } from "~src/messaging/views/options"

/** What no read can settle. */
const notAsked: CheckRow[] = [
  {
    name: "Reopening a task",
    ok: null,
    text: "Not asked: it takes a write. Each reopening is compared with Vitally's answer, and you are told if the task stays done.",
  },
  {
    name: "Addresses of slide-outs, and of the app in the EU",
    ok: null,
    text: "Not asked: the API does not tell them. Where a page is not recognised, search for the customer in the panel.",
  },
]

export const checkText = {
  title: "Workspace check",
  run: "Run the check",
  stop: "Stop the check",
  running: (done: number, steps: number) =>
    steps === 0 ? "Asking Vitally…" : `Asking Vitally… step ${done} of ${steps}`,
  hint: "About 40 read-only requests, one after the other. The report names what Vitally's interface answers, never a customer, a person or a value.",
  connectFirst: "Connect Vitally first.",
  copy: "Copy the report",
  result: (ok: number, all: number) => `${ok} of ${all} as expected`,
  partial: (done: number, steps: number) => `Not finished: ${done} of ${steps} steps`,
  what: "Part",
  outcome: "Outcome",
  detail: "What was seen",
  ok: "As expected",
  failed: "Not as expected",
  unclear: "Could not tell",
  notAsked,
}
