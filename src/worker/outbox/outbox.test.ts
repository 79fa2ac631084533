import fc from "fast-check"
import { describe, expect, it, vi } from "vitest"

import type { Fault } from "~src/messaging/contract"
import { createFakePlatform } from "~src/platform/platform.fake"
import type { OutboxRow } from "../cache/rows"

import { createFakeContext, type FakeContext } from "../kernel/context.fake"
import { backoffMs, claim, markForeign, nextDue, wake } from "./claim"
import { drain, type Senders } from "./drain"
import type { SendOutcome } from "../writes/outcome"
import { twinOf } from "../writes/ids"
import { decide, discard, type Draft, enqueue, retry, undo, undoMs } from "./queue"
import { outboxAlarm, resumeSending, sendersOf, sendSoon } from "./service"

const home = { vitally: "acme", salesforce: "org1" }
const fault = (code: Fault["code"]): Fault => ({ code, title: "No", detail: "No" })
const later = (code: Fault["code"] = "server"): SendOutcome => ({ state: "retry", fault: fault(code) })

const draft = (id: string, change: Partial<Draft<"task.complete">> = {}): Draft<"task.complete"> => ({
  id,
  kind: "task.complete",
  target: "vitally",
  workspace: "acme",
  accountId: "a1",
  accountName: "Acme",
  text: "Complete 'x'",
  payload: { taskId: `t-${id}`, completedAt: "2026-11-23T10:00:00Z" },
  ...change,
})

/** Answers attempts in the order given, then with "sent". */
function scripted(...answers: SendOutcome[]): Senders & { tried: { id: string; maybe: boolean }[] } {
  const tried: { id: string; maybe: boolean }[] = []
  return {
    tried,
    workspaces: () => Promise.resolve(home),
    send(row, maybe) {
      tried.push({ id: row.id, maybe })
      return Promise.resolve(answers.shift() ?? { state: "sent" })
    },
    sent: () => undefined,
  }
}
const run = (context: FakeContext, senders: Senders) => drain(context, senders, Infinity)
const row = (context: FakeContext, id: string) => context.db.get("outbox", id)
const ids = (senders: ReturnType<typeof scripted>) => senders.tried.map(({ id }) => id)

describe("the outbox", () => {
  it("finds room for a write on a full disk by giving up detail", async () => {
    const context = await createFakeContext()
    const stamp = "2026-11-01T00:00:00Z"
    const account = { id: "a1", name: "Acme", raw: { id: "a1" }, readAt: stamp, detailAt: stamp, seenIn: 1 }
    await context.db.put("accounts", account)
    await context.db.put("meta", { key: "detailed", value: ["a1"] })
    vi.spyOn(context.db, "transaction").mockImplementationOnce(() => {
      throw new DOMException("full", "QuotaExceededError")
    })
    await enqueue(context, [draft("w1")])
    expect((await row(context, "w1"))?.state).toBe("waiting")
    expect((await context.db.get("accounts", "a1"))?.detailAt).toBeUndefined()
  })

  it("keeps a write for 8 s, then sends it once", async () => {
    const context = await createFakeContext()
    const senders = scripted()
    const queued = await enqueue(context, [draft("w1")])
    expect(queued.sendAfter).toBe(new Date(context.now() + undoMs).toISOString())
    expect(await run(context, senders)).toBe(context.now() + undoMs)
    expect(senders.tried).toEqual([])
    await context.pass(undoMs)
    expect(await run(context, senders)).toBeUndefined()
    await run(context, senders)
    expect(senders.tried).toEqual([{ id: "w1", maybe: false }])
    expect((await row(context, "w1"))?.state).toBe("sent")
  })

  it("queues the same request once, however often it comes", async () => {
    const context = await createFakeContext()
    const first = await enqueue(context, [draft("w1")])
    await context.pass(3_000)
    expect(await enqueue(context, [draft("w1")])).toEqual(first)
    expect(await context.db.count("outbox")).toBe(1)
  })

  it("takes what a recommendation asks for once, though two windows ask for it, until it is settled", async () => {
    const context = await createFakeContext()
    const about = { actionId: "review" }
    const ask = (id: string, part: Partial<Draft<"task.complete">> = {}) =>
      enqueue(context, [draft(id, { about, ...part })]).then(({ outboxId }) => outboxId)
    expect(await ask("w1")).toBe("w1")
    expect(await ask("w2")).toBe("w1")
    expect(await ask("w3", { accountId: "a2" })).toBe("w3")
    expect(await ask("w4", { about: { actionId: "other" } })).toBe("w4")
    await undo(context, "w1")
    expect(await ask("w5")).toBe("w5")
    await context.pass(undoMs)
    await run(context, scripted())
    expect(await ask("w6")).toBe("w6")
  })

  it("takes a write back before it is sent, with its twin, and not after", async () => {
    const context = await createFakeContext()
    await enqueue(context, [draft("w1"), draft(twinOf("w1"), { target: "salesforce", workspace: "org1" })])
    expect(await undo(context, "w1")).toMatchObject({ id: "w1" })
    expect(await context.db.count("outbox")).toBe(0)
    expect(await undo(context, "w1")).toBeNull()
  })

  it("lets either undo or the sender win, never both", async () => {
    const context = await createFakeContext()
    await enqueue(context, [draft("w1")])
    await context.pass(undoMs)
    const [undone, claimed] = await Promise.all([undo(context, "w1"), claim(context.db, context.now(), home)])
    expect([undone !== null, claimed !== null].filter(Boolean)).toHaveLength(1)
    await enqueue(context, [draft("w2")])
    await context.pass(undoMs)
    expect(await claim(context.db, context.now(), home)).toMatchObject({ id: "w2", state: "sending" })
    expect(await undo(context, "w2")).toBeNull()
  })

  it("never lets a write overtake an earlier one of the same account and system", async () => {
    const context = await createFakeContext()
    const senders = scripted(later())
    await enqueue(context, [draft("w1")])
    await context.pass(10)
    await enqueue(context, [draft("w2"), draft("w3", { accountId: "a2" })])
    await context.pass(undoMs)
    await run(context, senders)
    expect(ids(senders)).toEqual(["w1", "w3"])
    await context.pass(60_000)
    await run(context, senders)
    expect(ids(senders)).toEqual(["w1", "w3", "w1", "w2"])
    expect(senders.tried[2]).toEqual({ id: "w1", maybe: true })
  })

  it("keeps the order in which writes were asked for, in one millisecond and over a clock that is set back", async () => {
    const context = await createFakeContext()
    const senders = scripted()
    await enqueue(context, [draft("w3")])
    await enqueue(context, [draft("w2")])
    await context.pass(-3_600_000)
    await enqueue(context, [draft("w1")])
    await enqueue(context, [draft("w0")])
    await context.pass(3_600_000 + undoMs)
    await run(context, senders)
    expect(ids(senders)).toEqual(["w3", "w2", "w1", "w0"])
  })

  it("puts new writes behind those that an earlier version queued, which noted their time only", async () => {
    const context = await createFakeContext()
    const senders = scripted()
    for (const id of ["w3", "w2"]) {
      await enqueue(context, [draft(id)])
      const queued = await row(context, id)
      delete queued?.order
      if (queued) await context.db.put("outbox", queued)
      await context.pass(1)
    }
    await context.pass(-3_600_000)
    await enqueue(context, [draft("w1")])
    await context.pass(3_600_000 + undoMs)
    await run(context, senders)
    expect(ids(senders)).toEqual(["w3", "w2", "w1"])
  })

  it("backs off, longer each time, and says when it is due", async () => {
    const context = await createFakeContext()
    await enqueue(context, [draft("w1")])
    await context.pass(undoMs)
    const due = await run(context, scripted(later()))
    expect(due).toBe(context.now() + backoffMs(1, 0.5))
    expect((await row(context, "w1"))?.fault?.code).toBe("server")
    const waits = [1, 2, 3, 4, 20].map((tries) => backoffMs(tries, 1))
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 900_000])
  })

  it.each([
    { target: "vitally", workspace: "acme", code: "rate" },
    { target: "vitally", workspace: "acme", code: "server" },
    { target: "salesforce", workspace: "org1", code: "rate" },
  ] as const)(
    "puts a write to $target off by 15 minutes at most, whatever it is told ($code)",
    async (told) => {
      const { code, ...to } = told
      const context = await createFakeContext()
      await enqueue(context, [draft("w1", to)])
      await context.pass(undoMs)
      const senders = scripted({ state: "retry", fault: fault(code), retryAfterMs: 365 * 86_400_000 })
      expect(await run(context, senders)).toBe(context.now() + 900_000)
      expect(await run(context, senders)).toBe(context.now() + 900_000)
      await context.pass(900_000)
      await run(context, senders)
      expect(senders.tried).toHaveLength(2)
      expect((await row(context, "w1"))?.state).toBe("sent")
    },
  )

  describe("over a clock that is set back", () => {
    const hours = 3_600_000

    it.each([5 * hours, 600_000])("keeps a new write for 8 s at most (%i ms)", async (back) => {
      const context = await createFakeContext()
      const senders = scripted()
      await enqueue(context, [draft("w1")])
      await context.pass(-back)
      await context.pass(undoMs)
      await run(context, senders)
      expect(ids(senders)).toEqual(["w1"])
    })

    it("keeps one that failed for 15 minutes at most", async () => {
      const context = await createFakeContext()
      const senders = scripted(later())
      await enqueue(context, [draft("w1")])
      await context.pass(undoMs)
      await run(context, senders)
      await context.pass(-5 * hours)
      await context.pass(900_000)
      await run(context, senders)
      expect(ids(senders)).toEqual(["w1", "w1"])
    })

    it("sets its alarm 15 minutes ahead at most", async () => {
      const context = await createFakeContext()
      const alarm = () => context.platform.alarms.armed.get(outboxAlarm)?.at
      await sendSoon(context, { at: context.now() + 5 * hours })
      expect(alarm()).toBe(context.now() + 900_000)
    })

    it("takes up an alarm that lies too far ahead now when the worker starts", async () => {
      const context = await createFakeContext()
      const armed = context.platform.alarms.armed
      const regular = { at: context.now() + 900_000 }
      armed.set(outboxAlarm, regular)
      await resumeSending(context)
      expect(armed.get(outboxAlarm)).toBe(regular)
      await context.pass(-5 * hours)
      await resumeSending(context)
      expect(armed.get(outboxAlarm)?.at).toBe(context.now() + 30_000)
    })

    it("forgets sent writes a day later, by the clock as it is now", async () => {
      const context = await createFakeContext()
      await enqueue(context, [draft("w1")])
      await context.pass(undoMs)
      await run(context, scripted())
      await context.pass(-365 * 24 * hours)
      await run(context, scripted())
      expect(await context.db.count("outbox")).toBe(1)
      await context.pass(86_400_001)
      await run(context, scripted())
      expect(await context.db.count("outbox")).toBe(0)
    })
  })

  it("keeps a refused write with its reason, lets later ones pass, and retries or discards on request", async () => {
    const context = await createFakeContext()
    const senders = scripted({ state: "refused", fault: fault("refused") })
    await enqueue(context, [draft("w1"), draft("w2")])
    await context.pass(undoMs)
    await run(context, senders)
    expect(await row(context, "w1")).toMatchObject({ state: "refused", fault: { code: "refused" } })
    expect((await row(context, "w2"))?.state).toBe("sent")
    await retry(context, "w1")
    expect((await row(context, "w1"))?.fault).toBeUndefined()
    await run(context, senders)
    expect((await row(context, "w1"))?.state).toBe("sent")
    await discard(context, "w1")
    expect(await row(context, "w1")).toBeUndefined()
    await expect(discard(context, "w1")).rejects.toMatchObject({ fault: { code: "not-found" } })
  })

  it("asks the user about a write of which nobody knows, and obeys", async () => {
    const context = await createFakeContext()
    const senders = scripted({ state: "undecided", fault: fault("network") })
    await enqueue(context, [draft("w1"), draft("w2")])
    await context.pass(undoMs)
    await run(context, senders)
    await retry(context, "w1")
    expect((await row(context, "w1"))?.state).toBe("undecided")
    await decide(context, "w1", false)
    await run(context, senders)
    expect(senders.tried.at(-1)).toEqual({ id: "w1", maybe: false })
    expect((await row(context, "w1"))?.state).toBe("sent")
  })

  it("forgets what was there before a try of which the user says that it did not arrive", async () => {
    const context = await createFakeContext()
    const started = draft("w1") as unknown as Draft<"project.start">
    const payload = { templateId: "t1", known: ["p1"] }
    await enqueue(context, [{ ...started, kind: "project.start", payload }])
    await context.pass(undoMs)
    await run(context, scripted({ state: "undecided", fault: fault("network") }))
    await decide(context, "w1", false)
    // Else one that came since would be taken for it, should the next try fail before it looks.
    expect((await row(context, "w1"))?.payload).toEqual({ templateId: "t1" })
  })

  it("pauses a system whose key was refused, keeps its writes, and goes on when woken", async () => {
    const context = await createFakeContext()
    const senders = scripted({ state: "sent" }, later("auth"))
    const salesforce = { target: "salesforce", workspace: "org1" } as const
    await enqueue(context, [draft("s1", salesforce), draft("w1"), draft("w2", { accountId: "a2" })])
    await context.pass(undoMs)
    const due = await run(context, senders)
    expect(ids(senders)).toEqual(["s1", "w1"])
    expect(due).toBe(context.now() + 900_000)
    await wake(context.db, context.now(), "vitally")
    await run(context, senders)
    expect(ids(senders)).toEqual(["s1", "w1", "w1", "w2"])
  })

  it("sends nothing to another workspace, and nothing while offline", async () => {
    const context = await createFakeContext()
    const senders = scripted()
    await enqueue(context, [draft("w1", { workspace: "other" }), draft("w2")])
    await context.pass(undoMs)
    context.platform.online.set(false)
    await run(context, senders)
    expect(ids(senders)).toEqual([])
    context.platform.online.set(true)
    await run(context, senders)
    expect(ids(senders)).toEqual(["w2"])
    expect((await row(context, "w1"))?.state).toBe("waiting")
    expect(await nextDue(context.db, context.now(), home, {})).toBeNull()
  })

  it("sends nothing to a workspace that came in the place of its own after it was claimed", async () => {
    const done = { id: "t-w1", completedAt: "2026-11-23T10:00:00Z" }
    const fetch = vi.fn(() => Promise.resolve(Response.json(done)))
    const vitally = { region: "us", subdomain: "acme", connected: true } as const
    const context = await createFakeContext({ settings: { vitally }, fetch })
    await context.secrets.setVitallyAuthorization("Basic x")
    await enqueue(context, [draft("w1", { workspace: "us:acme" })])
    await context.pass(undoMs)
    const senders = { ...sendersOf(context), sent: () => undefined }
    const leave = async (row: OutboxRow, mayHaveArrived: boolean) => {
      await context.settings.set({ vitally: { subdomain: "beta" } })
      return senders.send(row, mayHaveArrived)
    }
    await run(context, { ...senders, send: leave })
    expect(fetch).not.toHaveBeenCalled()
    expect((await row(context, "w1"))?.state).toBe("waiting")
    await context.settings.set({ vitally: { subdomain: "acme" } })
    await wake(context.db, context.now(), "vitally")
    await run(context, senders)
    expect((await row(context, "w1"))?.state).toBe("sent")
  })

  it("says what a write of another workspace waits for, and no longer once that is back", async () => {
    const context = await createFakeContext()
    await enqueue(context, [draft("w1")])
    await markForeign(context.db, "vitally", "beta")
    expect((await row(context, "w1"))?.fault?.code).toBe("not-connected")
    await markForeign(context.db, "vitally", "acme")
    expect((await row(context, "w1"))?.fault).toBeUndefined()
  })

  it("does not come back at once, again and again, while another drain is sending", async () => {
    const context = await createFakeContext()
    await enqueue(context, [draft("w1"), draft("w2", { accountId: "a2" })])
    await context.pass(undoMs)
    let again: number | undefined
    const send = async (): Promise<SendOutcome> => {
      again ??= await run(context, scripted())
      return { state: "sent" }
    }
    expect(await run(context, { ...scripted(), send })).toBeUndefined()
    expect(again).toBe(context.now() + 1_000)
  })

  it("keeps a write whose sender throws", async () => {
    const context = await createFakeContext()
    await enqueue(context, [draft("w1")])
    await context.pass(undoMs)
    await run(context, { ...scripted(), send: () => Promise.reject(new Error("boom")) })
    expect(await row(context, "w1")).toMatchObject({ state: "waiting", tries: 1 })
  })

  it("forgets sent writes after a day", async () => {
    const context = await createFakeContext()
    await enqueue(context, [draft("w1")])
    await context.pass(undoMs)
    await run(context, scripted())
    await context.pass(86_400_001)
    await run(context, scripted())
    expect(await context.db.count("outbox")).toBe(0)
  })
})

/** A server that applies a write once per id, as Vitally does by externalId, and a worker that dies anywhere. */
describe("a worker killed at any point", () => {
  it("applies each write exactly once on the server, in order per account", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("a1", "a2", "a3"), { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(
          fc.constantFrom("ok", "ok", "500", "cut", "kill-before", "kill-after", "kill-noted"),
        ),
        async (accounts, fates) => {
          const platform = createFakePlatform()
          let context = await createFakeContext({ platform })
          const { name } = context.db
          const applied = new Map<string, string>()
          const order: string[] = []
          await enqueue(
            context,
            accounts.map((accountId, index) => draft(`w${index.toString().padStart(2, "0")}`, { accountId })),
          )
          let worse = 30
          const server = (sent: OutboxRow): SendOutcome => {
            if (!applied.has(sent.id)) order.push(sent.id)
            applied.set(sent.id, sent.accountId)
            return { state: "sent" }
          }
          for (let start = 0; start < 200; start++) {
            await context.pass(1_000_000)
            const dying = { dead: false, die: () => undefined as unknown }
            const death = new Promise<void>((resolve) => {
              dying.die = () => {
                dying.dead = true
                resolve()
              }
            })
            const never = () => new Promise<never>(() => undefined)
            const senders: Senders = {
              workspaces: () => Promise.resolve(home),
              sent: () => undefined,
              async send(sent) {
                if (dying.dead) return never()
                const fate = worse-- > 0 ? fates.next().value : "ok"
                if (fate === "kill-before") {
                  dying.die()
                  return never()
                }
                if (fate === "500") return later()
                const answer = server(sent)
                if (fate === "cut") return later("network")
                if (fate === "kill-after") {
                  dying.die()
                  return never()
                }
                if (fate === "kill-noted") dying.die()
                return answer
              },
            }
            await Promise.race([run(context, senders), death])
            const left = (await context.db.getAll("outbox")).filter(({ state }) => state !== "sent")
            if (left.length === 0) break
            // The browser frees a dead worker's locks; the database stays.
            const now = new Date(context.now()).toISOString()
            context = await createFakeContext({ platform: createFakePlatform(), databaseName: name, now })
          }
          expect([...applied.keys()].sort()).toEqual(
            accounts.map((_, index) => `w${index.toString().padStart(2, "0")}`),
          )
          for (const account of new Set(accounts)) {
            const own = order.filter((id) => applied.get(id) === account)
            expect(own).toEqual([...own].sort())
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
