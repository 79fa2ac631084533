import type { Job } from "~src/worker/kernel/job"

import { runReminders } from "./run-reminders"

/** Looks every quarter of an hour, and at the moment something is due. */
export const remindersJob: Job = {
  name: "reminders",
  everyMinutes: 15,
  run: (context) => runReminders(context),
}
