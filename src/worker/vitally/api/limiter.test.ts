import { describe, expect, it } from "vitest"

import { createLimiter, type LimiterState, startOffsetMs } from "./limiter"

/** A clock whose timers fire in order when nothing else is left to do. */
class VirtualTime {
  now = 0
  private queue: { at: number; order: number; fire: () => void }[] = []
  private order = 0

  wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      this.queue.push({ at: this.now + Math.max(0, ms), order: this.order++, fire: resolve })
    })

  /** Runs until `until` or until `done`. */
  async run(until: number, done: () => boolean = () => false): Promise<void> {
    for (;;) {
      for (let turn = 0; turn < 12; turn += 1) await Promise.resolve()
      if (done()) return
      let next = 0
      this.queue.forEach(({ at, order }, index) => {
        const best = this.queue[next]
        if (best && (at < best.at || (at === best.at && order < best.order))) next = index
      })
      const first = this.queue[next]
      if (!first || first.at > until) {
        this.now = until
        return
      }
      this.queue.splice(next, 1)
      this.now = first.at
      first.fire()
    }
  }
}

/** The server's side: a token bucket of `limit` a minute, with its headers. */
class Bucket {
  private tokens: number
  private at = 0
  refused = 0
  served = 0

  constructor(
    private time: VirtualTime,
    private limit: number,
  ) {
    this.tokens = limit
  }

  request(): { status: number; headers: Headers } {
    this.tokens = Math.min(this.limit, this.tokens + ((this.time.now - this.at) * this.limit) / 60_000)
    this.at = this.time.now
    const ok = this.tokens >= 1
    if (ok) {
      this.tokens -= 1
      this.served += 1
    } else this.refused += 1
    const left = Math.floor(this.tokens)
    const reset = Math.ceil(((this.limit - left) * 60) / this.limit)
    return {
      status: ok ? 200 : 429,
      headers: new Headers({
        "ratelimit-limit": `${this.limit}, ${this.limit};window=60`,
        "ratelimit-remaining": String(left),
        "ratelimit-reset": String(ok ? reset : 1),
      }),
    }
  }
}

function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0
    return state / 2 ** 32
  }
}

function limiterFor(
  time: VirtualTime,
  random: () => number,
  share = 0.3,
  kept: { state?: LimiterState } = {},
) {
  return createLimiter({
    store: {
      get: () => Promise.resolve(kept.state),
      set: (state) => {
        kept.state = structuredClone(state)
        return Promise.resolve()
      },
    },
    now: () => time.now,
    wait: time.wait,
    random,
    backgroundShare: () => share,
  })
}

describe("200 installs on one key of 1000 a minute", () => {
  it("are all fresh in the end, and nobody in front of a panel waits", async () => {
    const installs = 200
    const pages = 100 // 10,000 accounts
    const spreadMs = 15 * 60_000
    const time = new VirtualTime()
    const server = new Bucket(time, 1000)
    const latencyMs = 120
    let fresh = 0
    let lastFresh = 0
    let longestWait = 0
    let interactive = 0
    let refusedInteractive = 0

    const install = async (index: number): Promise<void> => {
      const random = generator(index * 7919 + 17)
      const limiter = limiterFor(time, random)
      const call = async (priority: "interactive" | "background"): Promise<boolean> => {
        const ticket = await limiter.acquire(priority)
        await time.wait(latencyMs)
        const answer = server.request()
        ticket.settle(answer)
        return answer.status === 200
      }
      const sync = async (): Promise<void> => {
        await time.wait(startOffsetMs(`install-${index}`, spreadMs))
        for (let page = 0; page < pages;) if (await call("background")) page += 1
        fresh += 1
        lastFresh = time.now
      }
      // An account is opened about every four minutes: ten requests at once.
      const open = async (): Promise<void> => {
        await time.wait(random() * 240_000)
        while (fresh < installs) {
          const asked = time.now
          const answers = await Promise.all(
            Array.from({ length: 10 }, async () => {
              const granted = limiter.acquire("interactive").then((ticket) => {
                longestWait = Math.max(longestWait, time.now - asked)
                return ticket
              })
              const ticket = await granted
              await time.wait(latencyMs)
              const answer = server.request()
              ticket.settle(answer)
              return answer.status === 200
            }),
          )
          interactive += answers.length
          refusedInteractive += answers.filter((ok) => !ok).length
          await time.wait(120_000 + random() * 240_000)
        }
      }
      await Promise.all([sync(), open()])
    }

    void Promise.all(Array.from({ length: installs }, (_, index) => install(index)))
    await time.run(6 * 3_600_000, () => fresh === installs)

    const minutes = Math.round(lastFresh / 60_000)
    console.info(
      `limiter: 200 installs x 10,000 accounts fresh after ${minutes} min; ${interactive} interactive requests, ` +
        `longest wait ${longestWait} ms, ${refusedInteractive} refused, ${server.refused} refused in all`,
    )
    expect(fresh).toBe(installs)
    expect(longestWait).toBeLessThanOrEqual(2000)
    expect(refusedInteractive).toBe(0)
    // Background work takes what people leave: not less than its share.
    expect(minutes).toBeLessThanOrEqual(Math.ceil((installs * pages) / 300) + 15)
  }, 60_000)
})

describe("createLimiter", () => {
  it("keeps background work at its share of a window, and starts again with the next", async () => {
    const time = new VirtualTime()
    const server = new Bucket(time, 100)
    const limiter = limiterFor(time, () => 0, 0.3)
    let sent = 0
    void (async () => {
      for (;;) {
        const ticket = await limiter.acquire("background")
        sent += 1
        ticket.settle(server.request())
        await time.wait(1)
      }
    })()
    await time.run(30_000)
    expect(sent).toBeLessThanOrEqual(31)
    expect(sent).toBeGreaterThanOrEqual(29)
    await time.run(100_000)
    expect(sent).toBeGreaterThanOrEqual(55)
  })

  it("lets what the user waits for pass", async () => {
    const time = new VirtualTime()
    const limiter = limiterFor(time, () => 0, 0.05)
    const order: string[] = []
    const take = async (priority: "interactive" | "background", name: string): Promise<void> => {
      const ticket = await limiter.acquire(priority)
      order.push(name)
      ticket.settle({
        status: 200,
        headers: new Headers({ "ratelimit-limit": "20", "ratelimit-remaining": "18" }),
      })
    }
    await take("background", "first")
    void take("background", "second")
    void take("interactive", "user")
    await time.run(1000)
    expect(order).toEqual(["first", "user"])
    await time.run(200_000)
    expect(order).toEqual(["first", "user", "second"])
  })

  it("outlives the worker", async () => {
    const time = new VirtualTime()
    const kept: { state?: LimiterState } = {}
    const first = await limiterFor(time, () => 0, 1, kept).acquire("interactive")
    first.settle({ status: 429, headers: new Headers({ "retry-after": "9" }) })
    let went = -1
    void limiterFor(time, () => 0, 1, kept)
      .acquire("interactive")
      .then(() => (went = time.now))
    await time.run(60_000)
    expect(went).toBe(9000)
  })

  it("waits in the background as long as a refusal says, and not for a window that only we assumed", async () => {
    const time = new VirtualTime()
    const limiter = limiterFor(time, () => 0, 0.3)
    const first = await limiter.acquire("background")
    await time.run(1000)
    first.settle({ status: 429, headers: new Headers({ "retry-after": "9" }) })
    let went = -1
    void limiter.acquire("background").then(() => (went = time.now))
    await time.run(60_000)
    expect(went).toBe(10_000)
  })

  it("does not stop for a clock that was set back", async () => {
    const time = new VirtualTime()
    const far = 10 ** 12
    const kept = {
      state: {
        limit: 10,
        windowMs: 60_000,
        remaining: 0,
        seenAt: far,
        resetAt: far + 60_000,
        blockedUntil: far,
        ownSince: far,
        ownCount: 10,
      },
    }
    let went = -1
    void limiterFor(time, () => 0, 1, kept)
      .acquire("background")
      .then(() => (went = time.now))
    await time.run(600_000)
    expect(went).toBeGreaterThanOrEqual(0)
  })
})

describe("startOffsetMs", () => {
  it("is the same for one install and spread over all", () => {
    const offsets = Array.from({ length: 1000 }, (_, index) => startOffsetMs(`install-${index}`, 1000))
    expect(startOffsetMs("install-7", 1000)).toBe(offsets[7])
    for (let tenth = 0; tenth < 10; tenth += 1)
      expect(offsets.filter((at) => Math.floor(at / 100) === tenth).length).toBeGreaterThan(60)
  })
})
