/** Every timed job. Each has its own alarm. */
import { dayJob } from "../badge/day-job"
import { salesforceJob } from "../connection/salesforce-job"
import { syncJob } from "../connection/sync-job"
import { outboxJob } from "../outbox/job"
import { remindersJob } from "../reminders/reminders-job"
import type { Job } from "./job"

export const allJobs: readonly Job[] = [outboxJob, syncJob, salesforceJob, dayJob, remindersJob]
