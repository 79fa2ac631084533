import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"

import { announce, ask, askAhead, onBroadcast, WorkerFault } from "./client"
import type { Envelope } from "./envelope"

const sent: Envelope[] = []
let answers: (() => unknown)[] = []
let listeners: ((message: unknown) => unknown)[] = []

beforeEach(() => {
  sent.length = 0
  answers = []
  listeners = []
  vi.stubGlobal("chrome", {
    runtime: {
      id: "own",
      sendMessage: async (message: Envelope) => {
        sent.push(message)
        return answers.shift()?.()
      },
      onMessage: {
        addListener: (listen: (message: unknown) => unknown) => listeners.push(listen),
        removeListener: (listen: (message: unknown) => unknown) =>
          (listeners = listeners.filter((one) => one !== listen)),
      },
    },
  })
})

const killed = () => {
  throw new Error("A listener indicated an asynchronous response, but the channel closed.")
}
const good = () => ({ ok: true, value: { started: true } })

describe("asking ahead", () => {
  const request = { accountId: "a" }

  it("answers the same question once, with what was asked before", async () => {
    answers = [good, good]
    askAhead("account.refresh", request)
    expect(await ask("account.refresh", { accountId: "b" })).toEqual({ started: true })
    expect(await ask("account.refresh", request)).toEqual({ started: true })
    expect(sent.map(({ p }) => p)).toEqual([request, { accountId: "b" }])
    answers = [good]
    await ask("account.refresh", request)
    expect(sent).toHaveLength(3)
    expect(listeners).toHaveLength(0)
  })

  it("is not relied on once there was news", async () => {
    answers = [good, () => ({ ok: true, value: { started: false } })]
    askAhead("account.refresh", request)
    for (const listen of [...listeners]) listen({ topics: ["popup"] })
    expect(await ask("account.refresh", request)).toEqual({ started: false })
    expect(listeners).toHaveLength(0)
  })

  it("leaves a failure to whoever asks", async () => {
    const fault = { code: "rate", title: "Wait.", detail: "Busy." }
    answers = [() => ({ ok: false, fault })]
    askAhead("status.get", {})
    await Promise.resolve()
    await expect(ask("status.get", {})).rejects.toEqual(new WorkerFault(fault as never))
  })
})

describe("asking the worker", () => {
  it("sends a request whose worker died once more, under the same id", async () => {
    answers = [killed, good]
    expect(await ask("account.refresh", { accountId: "a" })).toEqual({ started: true })
    expect(sent.map(({ m, p }) => [m, p])).toEqual([
      ["account.refresh", { accountId: "a" }],
      ["account.refresh", { accountId: "a" }],
    ])
    expect(sent[0]?.rid).toBe(sent[1]?.rid)
  })

  it("names each request apart", async () => {
    answers = [good, good]
    await ask("account.refresh", { accountId: "a" })
    await ask("account.refresh", { accountId: "a" })
    expect(sent[0]?.rid).not.toBe(sent[1]?.rid)
  })

  it("passes the worker's refusal on in its own words, without asking again", async () => {
    const fault = { code: "rate", title: "Wait.", detail: "Busy." }
    answers = [() => ({ ok: false, fault })]
    await expect(ask("status.get", {})).rejects.toEqual(new WorkerFault(fault as never))
    expect(sent).toHaveLength(1)
  })

  it("gives up after the third death, and says that the page is old where the extension is gone", async () => {
    answers = [killed, killed, killed]
    await expect(ask("status.get", {})).rejects.toMatchObject({ fault: { code: "internal" } })
    vi.stubGlobal("chrome", { runtime: {} })
    await expect(ask("status.get", {})).rejects.toMatchObject({ fault: { code: "stale-page" } })
  })

  describe("that stays silent", () => {
    beforeEach(() => {
      vi.useFakeTimers()
    })
    afterEach(() => {
      vi.useRealTimers()
    })
    const lost = () => new Promise(() => undefined)

    it("sends a request that got lost again, under the same id", async () => {
      answers = [lost, good]
      const asking = ask("account.refresh", { accountId: "a" })
      await vi.advanceTimersByTimeAsync(4_999)
      expect(sent).toHaveLength(1)
      await vi.advanceTimersByTimeAsync(1)
      expect(await asking).toEqual({ started: true })
      expect(new Set(sent.map(({ rid }) => rid)).size).toBe(1)
      await vi.advanceTimersByTimeAsync(60_000)
      expect(sent).toHaveLength(2)
    })

    it("takes a late answer to the first sending", async () => {
      const late = () => new Promise((resolve) => setTimeout(() => resolve(good()), 6_000))
      answers = [late, lost]
      const asking = ask("account.refresh", { accountId: "a" })
      await vi.advanceTimersByTimeAsync(6_000)
      expect(await asking).toEqual({ started: true })
      expect(sent).toHaveLength(2)
    })

    it("says so after half a minute", async () => {
      answers = [lost, lost, lost]
      const asking = ask("status.get", {}).catch((error: unknown) => error)
      await vi.advanceTimersByTimeAsync(30_000)
      expect(await asking).toMatchObject({ fault: { title: "Account Lens did not answer." } })
      expect(sent).toHaveLength(3)
    })

    it("is waited for where the user signs in or a service is asked", async () => {
      const settled = vi.fn()
      answers = [lost, lost, lost]
      ask("salesforce.signIn", { myDomain: "acme", clientId: "c" }).then(settled, settled)
      ask("workspace.check", { step: 0 }).then(settled, settled)
      ask("service.test", { service: "vitally" }).then(settled, settled)
      await vi.advanceTimersByTimeAsync(600_000)
      expect(settled).not.toHaveBeenCalled()
      expect(sent).toHaveLength(3)
    })
  })
})

it("hears the worker's broadcasts and the page's own, and nothing else, until it stops", () => {
  const heard: string[][] = []
  const stop = onBroadcast((topics) => heard.push(topics))
  for (const message of [{ topics: ["book"] }, { m: "status.get" }, null, "topics"]) {
    listeners.forEach((listen) => listen(message))
  }
  announce("tab:front:4")
  stop()
  announce("tab:front:5")
  expect(heard).toEqual([["book"], ["tab:front:4"]])
  expect(listeners).toEqual([])
})
