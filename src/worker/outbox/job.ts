import type { Job } from "../kernel/job"
import { drainNow, outboxAlarm } from "./service"

/** Recovers writes whose timer died with the worker. */
export const outboxJob: Job = {
  name: outboxAlarm,
  everyMinutes: 15,
  run: (context, deadline) => drainNow(context, deadline),
}
