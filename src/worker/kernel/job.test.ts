import { expect, it } from "vitest"

import { createFakeContext } from "./context.fake"
import { alarmFloorMs, type Job, runJob, runOverdue } from "./job"

const minute = 60_000

it("arms the next alarm before it works, so that a worker killed in between is woken again", async () => {
  const context = await createFakeContext()
  let armed: number | null = null
  const job: Job = {
    name: "j",
    everyMinutes: 10,
    async run({ platform }) {
      armed = await platform.alarms.next("j")
      throw new Error("killed")
    },
  }
  await expect(runJob(context, job)).rejects.toThrow("killed")
  expect(armed).toBe(context.now() + alarmFloorMs)
  expect(context.platform.alarms.armed.get("j")?.at).toBe(context.now() + 10 * minute)
})

it("comes back sooner where the job asks for it, and never later than two turns", async () => {
  const context = await createFakeContext()
  const asking = (at: number): Job => ({ name: "j", everyMinutes: 10, run: () => Promise.resolve(at) })
  await runJob(context, asking(context.now() + minute))
  expect(context.platform.alarms.armed.get("j")?.at).toBe(context.now() + minute)
  await runJob(context, asking(context.now() + 60 * minute))
  expect(context.platform.alarms.armed.get("j")?.at).toBe(context.now() + 20 * minute)
})

it("runs one at a time", async () => {
  const context = await createFakeContext()
  let running = 0
  let most = 0
  let finish: () => void = () => undefined
  const job: Job = {
    name: "j",
    everyMinutes: 10,
    async run() {
      most = Math.max(most, ++running)
      await new Promise<void>((resolve) => (finish = resolve))
      running--
      return undefined
    },
  }
  const first = runJob(context, job)
  await context.pass(0)
  await runJob(context, job)
  finish()
  await first
  expect(most).toBe(1)
})

it("runs at start what was never armed or is overdue, once, and leaves the rest; one failure stops no other", async () => {
  const context = await createFakeContext()
  const ran: string[] = []
  const job = (name: string, fails = false): Job => ({
    name,
    everyMinutes: 10,
    run() {
      ran.push(name)
      return fails ? Promise.reject(new Error("no")) : Promise.resolve(undefined)
    },
  })
  await context.platform.alarms.arm("later", { at: context.now() + minute })
  await context.platform.alarms.arm("overdue", { at: context.now() - minute })
  // Armed before the clock was set back by a year.
  await context.platform.alarms.arm("far", { at: context.now() + 365 * 24 * 60 * minute })
  const jobs = [job("new", true), job("later"), job("overdue"), job("far")]
  await runOverdue(context, jobs)
  await runOverdue(context, jobs)
  expect(ran).toEqual(["new", "overdue", "far"])
})
