/** Every timed job. Each has its own alarm. */
import { outboxJob } from "../outbox/job"
import type { Job } from "./job"

export const allJobs: readonly Job[] = [outboxJob]
