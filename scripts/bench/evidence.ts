/** How long judging mail takes: 10,000 messages of the labelled conversations, whatever the language. */
import { readFileSync } from "node:fs"
import process from "node:process"

import { judgeThread } from "~src/domain/evidence/mail/judge-thread"
import type { MailThread } from "~src/domain/mail-thread"
import { readThread } from "~src/worker/evidence/read-thread"
import type { VitallyConversation } from "~src/worker/vitally/rows"

const messages = 10_000
const ours = { admins: new Map<string, string>(), domains: new Set<string>() }

/** Milliseconds of processor time: on a busy machine the clock tells of the others. The first run also compiles the phrases. */
export function benchEvidence(): Promise<Record<string, number>> {
  const { cases } = JSON.parse(readFileSync("test/fixtures/contact/mail-dev.json", "utf8")) as {
    cases: { raw: VitallyConversation }[]
  }
  const threads = cases.map(({ raw }) => readThread(raw, ours).thread)
  const first = judge(threads, 1)
  const runs = Array.from({ length: 15 }, () => judge(threads, messages))
  return Promise.resolve({ "evidence.judge_10k.ms": Math.min(...runs), "evidence.first.ms": first })
}

function judge(threads: readonly MailThread[], wanted: number): number {
  const start = process.cpuUsage()
  let done = 0
  for (let at = 0; done < wanted; at = (at + 1) % threads.length)
    done += judgeThread(threads[at] as MailThread).length
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}
