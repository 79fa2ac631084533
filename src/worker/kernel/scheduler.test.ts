/** A model of the scheduler: killed between any two steps, with others who want the same job meanwhile. */
import { expect, it } from "vitest"

import { createFakePlatform, type FakePlatform } from "~src/platform/platform.fake"
import { fakeLocks } from "~src/platform/locks.fake"
import { random } from "~test/fakes/mortal"

import type { WorkerContext } from "./context"
import { createFakeContext } from "./context.fake"
import { alarmFloorMs, type Job, runJob, runOverdue } from "./job"
import { createMemory } from "./memory"
import { want } from "./wish"

const minute = 60_000
const name = "job"
const never = new Promise<never>(() => undefined)

/** One life of the worker: after `steps` calls to the browser nothing answers any more. */
class Life {
  constructor(
    private steps: number,
    readonly platform: FakePlatform,
  ) {}

  get isDead(): boolean {
    return this.steps <= 0
  }

  step = async (): Promise<void> => {
    this.steps -= 1
    await (this.isDead ? never : new Promise((resolve) => setImmediate(resolve)))
  }

  context(base: WorkerContext): WorkerContext {
    const { alarms } = this.platform
    const locks = fakeLocks()
    return {
      ...base,
      memory: createMemory(),
      platform: {
        ...this.platform,
        locks,
        alarms: {
          ...alarms,
          arm: (which, time) => this.step().then(() => alarms.arm(which, time)),
          next: (which) => this.step().then(() => alarms.next(which)),
        },
      },
    }
  }
}

const quiet = async () => {
  for (let turns = 0; turns < 60; turns += 1) await new Promise((resolve) => setImmediate(resolve))
}

it.each(Array.from({ length: 250 }, (_, seed) => seed + 1))(
  "seed %i: whatever anyone wanted is run in time",
  async (seed) => {
    const next = random(seed * 9973)
    const upTo = (count: number) => Math.floor(next() * count)
    const platform = createFakePlatform()
    const base = await createFakeContext({ platform })
    let time = base.now()
    /** The earliest time anyone wants a run that has not begun since. A caller whose worker dies hears nothing, and asks again. */
    let wanted = Infinity
    let runs = 0
    const asks = (at: number, asking: Promise<void>) => {
      const before = runs
      void asking.then(
        () => {
          if (runs === before || at > time) wanted = Math.min(wanted, at)
        },
        () => undefined,
      )
    }
    let life = new Life(Infinity, platform)
    const job: Job = {
      name,
      everyMinutes: 15,
      async run(context) {
        runs += 1
        if (wanted <= context.now()) wanted = Infinity
        // Work that is due later is stored with the data, as in the outbox: each run tells of it.
        const later = wanted
        const begun = life
        for (let steps = upTo(6); steps > 0; steps -= 1) await begun.step()
        if (later < Infinity) return later
        return next() < 0.3 ? context.now() + upTo(20) * minute : undefined
      },
    }
    const born = () => {
      life = new Life(next() < 0.7 ? 1 + upTo(25) : Infinity, platform)
      return { ...life.context(base), now: () => time }
    }
    let context = born()
    const isRunning = () => !life.isDead
    for (let event = 0; event < 25; event += 1) {
      const pick = next()
      const alarm = platform.alarms.armed.get(name)?.at
      if (pick < 0.35) asks(time, runJob(context, job))
      else if (pick < 0.6) {
        const at = time + upTo(40) * minute
        asks(at, want(context, name, at))
      } else if (alarm !== undefined && alarm <= time + 5 * minute) {
        time = Math.max(time, alarm)
        platform.alarms.armed.delete(name)
        if (life.isDead) {
          context = born()
          void runOverdue(context, [job])
        } else void runJob(context, job, { rang: true }).catch(() => undefined)
      } else time += upTo(30_000)
      if (next() < 0.5) await quiet()
      else await new Promise((resolve) => setImmediate(resolve))
    }
    await quiet()
    // A dead worker that never came to arm anything is started by the page that asked: it asks again.
    if (!isRunning()) {
      context = born()
      life = new Life(Infinity, platform)
      context = { ...life.context(base), now: () => time }
      await runOverdue(context, [job])
      await quiet()
    }
    const alarm = platform.alarms.armed.get(name)?.at ?? Infinity
    expect(alarm).toBeLessThan(Infinity)
    if (wanted < Infinity) expect(alarm).toBeLessThanOrEqual(Math.max(wanted, time) + alarmFloorMs)
    expect(alarm - time).toBeLessThanOrEqual(30 * minute)
  },
)

it("does not push away the safety alarm of a run that a second caller finds under way", async () => {
  const context = await createFakeContext()
  let finish: () => void = () => undefined
  const job: Job = {
    name,
    everyMinutes: 15,
    run: () => new Promise((resolve) => (finish = () => resolve(undefined))),
  }
  void runJob(context, job)
  await context.pass(0)
  // As choosing "I am" does while the first sync runs; then the worker dies.
  await runJob(context, job)
  expect(context.platform.alarms.armed.get(name)?.at).toBe(context.now() + alarmFloorMs)
  finish()
})
