import { describe, expect, it } from "vitest"

import type { Status } from "~src/messaging/contract"
import type { FakeContext } from "../kernel/context.fake"

import { listsContext, outboxRow, summaryOf, taskRow } from "./lists.fake"
import { popupView } from "./popup-view"

const status = { sync: {} } as Status
const view = (context: FakeContext) => popupView(context, status)

describe("overdue contacts", () => {
  it("lists the highest tier first, then the longest overdue, with reason and days", async () => {
    const context = await listsContext()
    const late = { contactOverdueOn: "2026-11-20", lastContactOn: "2026-10-21" }
    await context.db.put(
      "summaries",
      summaryOf("initech", {
        ...late,
        tierRank: 2,
        tier: "Small Enterprise",
        topActions: [
          { id: "overdue-contact", title: "Get in touch with Initech", dueOn: null },
          { id: "no-champion", title: "Find a champion", dueOn: null },
        ],
      }),
    )
    await context.db.put("summaries", summaryOf("globex", { ...late, tierRank: 0, tier: "Strategic" }))
    await context.db.put(
      "summaries",
      summaryOf("hooli", { contactOverdueOn: "2026-11-01", reason: "Share 6.1." }),
    )
    await context.db.put("summaries", summaryOf("other", { ...late, owner: "bo" }))
    const { overdue } = await view(context)
    expect(overdue.map(({ name }) => name)).toEqual(["Globex", "Initech", "Hooli"])
    expect(overdue[2]).toMatchObject({ daysSince: null, daysOverdue: 22, reason: "Share 6.1." })
    // Nothing to share with them: then what else is to be done there, not once more that one should get in touch.
    expect(overdue[1]).toMatchObject({ reason: "Find a champion" })
    expect(overdue[0]).toMatchObject({ daysSince: 33, daysOverdue: 3, lastContactOn: "2026-10-21" })
  })

  it("drops a customer the moment a contact is logged, and takes it back when that is undone or refused", async () => {
    const context = await listsContext()
    await context.db.put(
      "summaries",
      summaryOf("globex", { contactOverdueOn: "2026-11-20", lastContactOn: "2026-10-21" }),
    )
    await context.db.put("outbox", outboxRow("o1"))
    expect((await view(context)).overdue).toEqual([])
    await context.db.put("outbox", outboxRow("o1", { state: "refused" }))
    expect((await view(context)).overdue).toHaveLength(1)
    await context.db.delete("outbox", "o1")
    expect((await view(context)).overdue).toHaveLength(1)
  })

  it("keeps a customer whose logged contact is itself too long ago, or was the customer's own message", async () => {
    const context = await listsContext()
    await context.db.put(
      "summaries",
      summaryOf("globex", { contactOverdueOn: "2026-11-20", lastContactOn: "2026-10-21" }),
    )
    const payload = { channel: "email", direction: "both", at: "2026-10-23T10:00:00Z" }
    await context.db.put("outbox", outboxRow("o1", { payload }))
    await context.db.put(
      "outbox",
      outboxRow("o2", { payload: { ...payload, at: "2026-11-23T09:00:00Z", direction: "inbound" } }),
    )
    expect((await view(context)).overdue).toHaveLength(1)
  })
})

describe("tasks of the day", () => {
  it("sorts them into overdue, today, the week, undated and done, beside the customer's standing", async () => {
    const context = await listsContext()
    await context.db.put(
      "summaries",
      summaryOf("globex", { band: "poor", tier: "Strategic", lastContactOn: "2026-11-13" }),
    )
    const rows = [
      taskRow("late", { dueOn: "2026-11-20" }),
      taskRow("now", { dueOn: "2026-11-23" }),
      taskRow("soon", { dueOn: "2026-11-30" }),
      taskRow("later", { dueOn: "2026-12-01" }),
      taskRow("undated"),
      taskRow("done", { dueOn: "2026-11-23", completedAt: "2026-11-23T08:00:00Z" }),
      taskRow("yesterday", { dueOn: "2026-11-22", completedAt: "2026-11-22T20:00:00Z" }),
      taskRow("hers", { dueOn: "2026-11-23", assignedToId: "bo" }),
    ]
    for (const row of rows) await context.db.put("tasks", row)
    const own = taskRow("salesforce:1", { dueOn: "2026-11-23", source: "salesforce" })
    delete own.assignedToId
    await context.db.put("tasks", own)
    const { tasks, doneToday, totalToday } = await view(context)
    expect(tasks.map(({ id, bucket }) => `${id} ${bucket}`)).toEqual([
      "late overdue",
      "done done",
      "now today",
      "salesforce:1 today",
      "soon week",
      "undated undated",
    ])
    expect(tasks[0]).toMatchObject({
      accountName: "Globex",
      tier: "Strategic",
      band: "poor",
      daysSinceContact: 10,
      mine: true,
    })
    expect({ doneToday, totalToday }).toEqual({ doneToday: 1, totalToday: 4 })
  })

  it("counts a completion here at once, and shows why where it was refused", async () => {
    const context = await listsContext()
    await context.db.put("tasks", taskRow("a", { dueOn: "2026-11-20" }))
    const complete = { kind: "task.complete" as const, about: { taskId: "a" } }
    await context.db.put("outbox", outboxRow("o1", complete))
    expect(await view(context)).toMatchObject({
      doneToday: 1,
      tasks: [{ bucket: "done", pending: { id: "o1" } }],
    })
    const fault = { code: "refused" as const, title: "Vitally refused it.", detail: "The task is gone." }
    await context.db.put("outbox", outboxRow("o1", { ...complete, state: "refused", fault }))
    expect(await view(context)).toMatchObject({
      doneToday: 0,
      tasks: [{ bucket: "overdue", pending: { fault } }],
    })
  })

  it("shows the last of a task's writes in the order they were asked for", async () => {
    const context = await listsContext()
    await context.db.put("tasks", taskRow("a", { dueOn: "2026-11-20" }))
    const about = { taskId: "a" }
    await context.db.put("outbox", outboxRow("o2", { kind: "task.complete", about, order: 1 }))
    await context.db.put("outbox", outboxRow("o1", { kind: "task.reopen", about, order: 2 }))
    expect((await view(context)).tasks).toMatchObject([{ bucket: "overdue", pending: { id: "o1" } }])
  })

  it("believes a newer reading over a completion already sent, but none that was made before it arrived", async () => {
    const context = await listsContext()
    const read = (readAt: string) => context.db.put("tasks", taskRow("a", { dueOn: "2026-11-20", readAt }))
    const about = { taskId: "a" }
    const sent = { kind: "task.complete", about, state: "sent" } as const
    // Ticked offline, and sent hours later.
    const createdAt = Date.parse("2026-11-23T05:00:00Z")
    const settledAt = Date.parse("2026-11-23T09:00:00Z")
    await context.db.put("outbox", outboxRow("o1", { ...sent, createdAt, settledAt }))
    await read("2026-11-23T07:00:00.000Z")
    expect((await view(context)).tasks[0]?.bucket).toBe("done")
    await read("2026-11-23T09:00:01.000Z")
    expect((await view(context)).tasks[0]?.bucket).toBe("done")
    await read("2026-11-23T09:00:31.000Z")
    expect((await view(context)).tasks[0]?.bucket).toBe("overdue")
  })

  it("hides what is snoozed until its day, and shows a task just added", async () => {
    const context = await listsContext()
    await context.db.put("tasks", taskRow("a", { dueOn: "2026-11-23" }))
    await context.db.put("care", { id: "task:a", accountId: "globex", snoozedUntil: "2026-11-24" })
    const payload = { name: "Send notes", dueOn: "2026-11-23" }
    await context.db.put("outbox", outboxRow("o1", { kind: "task.add", payload }))
    expect((await view(context)).tasks.map(({ name }) => name)).toEqual(["Send notes"])
    await context.pass(86_400_000)
    expect((await view(context)).tasks.map(({ id }) => id).sort()).toEqual(["a", "o1"])
  })
})

describe("since you last looked", () => {
  const look = { settings: { popup: { lastSeenAt: "2026-11-21T10:00:00.000Z" } } }

  it("says who fell and who is new; who waits and what is due have lists of their own", async () => {
    const context = await listsContext(look)
    await context.db.put("summaries", summaryOf("globex", { waitingSince: "2026-11-22T03:00:00Z" }))
    await context.db.put("summaries", summaryOf("initech"))
    await context.db.put(
      "summaries",
      summaryOf("hooli", { renewalOn: "2027-03-22", formalOn: "2026-11-22", earlyOn: "2026-09-23" }),
    )
    const at = "2026-11-22T10:00:00.000Z"
    const from = { score: 7, band: "healthy" as const }
    await context.db.add("history", {
      accountId: "initech",
      at,
      on: "2026-11-22",
      kind: "health",
      from,
      to: { score: 5, band: "concerning" },
      moved: [{ trait: "mauOverSeats", label: "Last month MAU / Seats", from: "82%", to: "61%" }],
    })
    await context.db.add("history", { accountId: "hooli", at, on: "2026-11-22", kind: "mine" })
    await context.db.add("history", {
      accountId: "gone",
      at: "2026-11-20T10:00:00.000Z",
      on: "2026-11-20",
      kind: "not-mine",
    })
    expect((await view(context)).news.map(({ text }) => text)).toEqual([
      "Initech fell to yellow (Last month MAU / Seats: 82% to 61%)",
      "Hooli is a new customer of yours",
    ])
  })

  it("says nothing of a band that recovered, or whose data went missing", async () => {
    const context = await listsContext(look)
    await context.db.put("summaries", summaryOf("initech"))
    const bands = ["healthy", "poor", "healthy", "unknown"] as const
    for (const [nth, band] of bands.slice(1).entries()) {
      const from = { score: null, band: bands[nth] ?? "unknown" }
      const at = `2026-11-22T1${nth}:00:00.000Z`
      await context.db.add("history", {
        accountId: "initech",
        at,
        on: "2026-11-22",
        kind: "health",
        from,
        to: { score: null, band },
      })
    }
    expect((await view(context)).news).toEqual([])
  })

  it("holds at most five lines and gathers an import into one", async () => {
    const context = await listsContext(look)
    for (let nth = 0; nth < 8; nth++) {
      await context.db.put("summaries", summaryOf(`c${nth}`))
      if (nth < 6)
        await context.db.add("history", {
          accountId: `c${nth}`,
          at: "2026-11-22T09:00:00.000Z",
          on: "2026-11-22",
          kind: "health",
          from: { score: 7, band: "healthy" },
          to: { score: 5, band: "concerning" },
        })
      await context.db.add("history", {
        accountId: `c${nth}`,
        at: "2026-11-22T10:00:00.000Z",
        on: "2026-11-22",
        kind: "mine",
      })
    }
    expect((await view(context)).news).toHaveLength(5)
    for (const row of await context.db.getAll("history"))
      if (row.kind === "health" && row.id !== undefined) await context.db.delete("history", row.id)
    expect((await view(context)).news.map(({ text }) => text)).toEqual(["8 new customers"])
  })
})

it("lists due recommendations that nobody put off, but not the overdue contact again", async () => {
  const context = await listsContext()
  const topActions = [
    { id: "overdue-contact", title: "Get in touch", dueOn: "2026-11-20" },
    { id: "renewal-health-assessment", title: "Complete the Health Assessment", dueOn: "2026-11-23" },
    { id: "success-plan", title: "Update the plan", dueOn: "2026-11-22" },
    { id: "no-champion", title: "Find a champion", dueOn: null },
  ]
  await context.db.put("summaries", summaryOf("globex", { topActions }))
  await context.db.put("care", {
    id: "action:globex:success-plan",
    accountId: "globex",
    snoozedUntil: "2026-11-30",
  })
  expect((await view(context)).dueActions.map(({ title }) => title)).toEqual([
    "Complete the Health Assessment",
  ])
})

describe("who waits for an answer", () => {
  const wrote = {
    waitingSince: "2026-11-22T03:00:00.000Z",
    waitingMessage: { channel: "email" as const, who: "Petra" },
  }

  it("comes earliest promise first, with until when it holds by the policy", async () => {
    const context = await listsContext()
    await context.db.put("summaries", summaryOf("globex", wrote))
    await context.db.put(
      "summaries",
      summaryOf("hooli", { ...wrote, waitingSince: "2026-11-21T03:00:00.000Z" }),
    )
    await context.db.put("summaries", summaryOf("other", { ...wrote, owner: "bo" }))
    expect((await view(context)).waiting).toMatchObject([
      { accountId: "hooli", answerBy: "2026-11-23T03:00:00.000Z" },
      { accountId: "globex", who: "Petra", channel: "email", answerBy: "2026-11-24T03:00:00.000Z" },
    ])
  })

  it("leaves the list the moment an answer is logged, not for an older touch or a refused one", async () => {
    const context = await listsContext()
    await context.db.put("summaries", summaryOf("globex", wrote))
    const payload = { channel: "email", direction: "outbound", at: "2026-11-23T09:00:00.000Z" }
    await context.db.put(
      "outbox",
      outboxRow("o1", { payload: { ...payload, at: "2026-11-20T09:00:00.000Z" } }),
    )
    expect((await view(context)).waiting).toHaveLength(1)
    await context.db.put("outbox", outboxRow("o2", { payload, state: "refused" }))
    expect((await view(context)).waiting).toHaveLength(1)
    await context.db.put("outbox", outboxRow("o2", { payload }))
    expect((await view(context)).waiting).toEqual([])
  })
})

describe("what presses most", () => {
  it("ranks tasks and recommendations by tier, risk and lateness", async () => {
    const context = await listsContext()
    const topActions = [
      { id: "success-plan", title: "Refresh the success plan", dueOn: "2026-11-22", fingerprint: "f" },
    ]
    const red = { tier: "Strategic", tierRank: 0, band: "poor" as const, noChampion: true }
    await context.db.put("summaries", summaryOf("globex", { ...red, topActions }))
    await context.db.put("summaries", summaryOf("hooli"))
    await context.db.put("tasks", taskRow("a", { dueOn: "2026-11-23" }))
    await context.db.put("tasks", taskRow("b", { dueOn: "2026-11-20", accountId: "hooli" }))
    const { tasks, dueActions } = await view(context)
    const score = (id: string) => tasks.find((task) => task.id === id)?.urgency.score
    expect(score("a")).toBe(16)
    expect(score("b")).toBeCloseTo(1.1)
    expect(dueActions[0]?.urgency.score).toBeCloseTo(16 * (1 + 1 / 30))
    expect(dueActions[0]?.urgency.reasons.map(({ kind }) => kind)).toEqual(["tier", "band", "no-champion"])
  })

  it("brings a dismissed recommendation back once its facts changed", async () => {
    const context = await listsContext()
    const action = { id: "success-plan", title: "Refresh the success plan", dueOn: "2026-11-22" }
    const care = { id: "action:globex:success-plan", accountId: "globex" }
    const dismissed = { reason: "Already done", at: "2026-11-23T08:00:00.000Z", fingerprint: "old" }
    await context.db.put("care", { ...care, dismissed })
    await context.db.put(
      "summaries",
      summaryOf("globex", { topActions: [{ ...action, fingerprint: "old" }] }),
    )
    expect((await view(context)).dueActions).toEqual([])
    expect((await view(context)).doneToday).toBe(1)
    await context.db.put(
      "summaries",
      summaryOf("globex", { topActions: [{ ...action, fingerprint: "new" }] }),
    )
    expect((await view(context)).dueActions).toHaveLength(1)
  })
})
