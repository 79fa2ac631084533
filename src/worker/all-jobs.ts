/** Every timed job. Each has its own alarm. */
import { retryJob } from "./features/connection/retry-job"
import { dayJob } from "./features/reminders/day-job"
import { salesforceJob } from "./sync/salesforce-job"
import { syncJob } from "./sync/sync-job"
import { outboxJob } from "./outbox/job"
import { remindersJob } from "./features/reminders/reminders-job"
import { usageJob } from "./features/usage/job"
import type { Job } from "./kernel/job"

export const allJobs: readonly Job[] = [
  outboxJob,
  syncJob,
  salesforceJob,
  dayJob,
  remindersJob,
  usageJob,
  retryJob,
]
