import { describe, expect, it } from "vitest"

import { defaultEvidence } from "~src/domain/evidence/words"
import { defaultPolicy } from "~src/domain/policy/presets"
import { accountView } from "../account/view"
import { refreshBadge } from "../badge/refresh-badge"
import { exportMine } from "../data/export-mine"
import { setMeta } from "../../cache/meta"
import type { TouchRow } from "../../cache/rows"
import { conversationTouches } from "../../evidence/conversation-touches"
import { waitingList } from "../../lists/waiting"
import { listsContext } from "../../lists/lists.fake"
import { salesforceDetailId } from "../../salesforce/detail-id"
import { accountRow } from "../../sync/rows/account-row"
import { storeOwnPolicy } from "../../policy/stored-policy"
import { resummarise } from "../../sync/rows/resummarise"
import { factsContextOf } from "../../account-facts/account-context"
import { evidenceHandlers as handlers } from "./handlers"

type Context = Awaited<ReturnType<typeof listsContext>>

const now = "2026-11-23T10:00:00Z"
const ours = { admins: new Map([["ada", "Ada Moss"]]), domains: new Set(["ours.example"]) }

interface Mail {
  id: string
  at: string
  from: string
  text: string
}

/** A thread as Vitally gives it, judged as the sync judges it. */
function thread(accountId: string, id: string, subject: string, mails: Mail[]): TouchRow[] {
  const messages = mails.map(({ id: key, at, from, text }) => ({
    id: key,
    timestamp: at,
    message: `<p>${text}</p>`,
    from: { id: from === "ada@ours.example" ? "ada" : from, email: from, name: from.split("@")[0] },
    to: [],
  }))
  return conversationTouches(accountId, { id, subject, source: "gmail", messages }, "UTC", ours)
}

/** Customers of Ada's with these touches, read in full. */
async function book(touches: TouchRow[]): Promise<Context> {
  const context = await listsContext({ now })
  const { db } = context
  const ids = [...new Set(touches.map(({ accountId }) => accountId))]
  await setMeta(db, "detailed", ids)
  for (const id of ids) {
    const row = accountRow({ id, name: id, csmId: "ada" }, { role: "", me: "ada" }, undefined, {
      readAt: now,
      seenIn: 1,
    })
    await db.put("accounts", { ...row, detailAt: now })
    await db.put("details", { id: `${id}:threads`, accountId: id, part: "threads", body: {}, readAt: now })
  }
  for (const touch of touches) await db.put("touches", touch)
  await resummarise({ db, facts: await factsContextOf(context), role: "", history: false }, ids)
  return context
}

const notice = thread("globex", "t1", "Weekly report: 12 new alerts", [
  {
    id: "n1",
    at: "2026-11-20T09:00:00Z",
    from: "no-reply@tools.example",
    text: "This is an automated message. Please do not reply to this email. View the report online.",
  },
])
const mail = thread("globex", "t2", "Seats", [
  {
    id: "m1",
    at: "2026-09-01T09:00:00Z",
    from: "ada@ours.example",
    text: "Hello Jon, as discussed, the plan.",
  },
])
const questions = thread("initech", "t3", "Outage in build 9", [
  { id: "q1", at: "2026-11-20T09:00:00Z", from: "jon@initech.example", text: "Why does the build fail?" },
  { id: "q2", at: "2026-11-20T15:00:00Z", from: "jon@initech.example", text: "Could somebody look at it?" },
])

const touchOf = async (context: Context, id: string, touchId: string) =>
  (await accountView(context, id))?.assessment.contact.timeline.find((touch) => touch.id === touchId)

describe("a verdict that the user corrects", () => {
  it("moves panel, list, badge and summary together, and back", async () => {
    const context = await book([...notice, ...mail])
    const [touch] = notice
    expect(touch?.verdict).toBe("machine")
    expect((await refreshBadge(context)).text).toBe("1")
    await handlers["evidence.correct"]({ accountId: "globex", touchId: touch!.id, said: "contact" }, context)
    // A customer's mail that we have not answered is a question, and no exchange yet.
    await handlers["evidence.noAnswer"]({ accountId: "globex", touchId: touch!.id, needed: false }, context)
    const view = await accountView(context, "globex")
    expect(view?.assessment.contact.daysSince).toBe(3)
    expect(await touchOf(context, "globex", touch!.id)).toMatchObject({ counts: true, reason: "corrected" })
    expect((await context.db.get("summaries", "globex"))?.lastContactOn).toBe("2026-11-20")
    expect((await refreshBadge(context)).text).toBe("")
    expect(context.topics()).toEqual(expect.arrayContaining(["popup", "book", "account:globex"]))
    await handlers["evidence.correct"]({ accountId: "globex", touchId: touch!.id, said: null }, context)
    await handlers["evidence.noAnswer"]({ accountId: "globex", touchId: touch!.id, needed: true }, context)
    expect((await accountView(context, "globex"))?.assessment.contact.daysSince).toBe(83)
    expect((await refreshBadge(context)).text).toBe("1")
    expect(await context.db.getAll("care")).toEqual([])
  })

  it("takes contact away from what a person seemed to write", async () => {
    const context = await book(mail)
    await handlers["evidence.correct"](
      { accountId: "globex", touchId: mail[0]!.id, said: "not-contact" },
      context,
    )
    expect((await accountView(context, "globex"))?.assessment.contact.last).toBeNull()
  })

  it("outlives a new reading of the touch", async () => {
    const context = await book(mail)
    const said = { accountId: "globex", touchId: mail[0]!.id, said: "not-contact" as const }
    await handlers["evidence.correct"](said, context)
    await context.db.clear("touches")
    for (const touch of mail) await context.db.put("touches", { ...touch })
    expect(await touchOf(context, "globex", mail[0]!.id)).toMatchObject({
      counts: false,
      reason: "corrected",
    })
  })

  it("refuses a touch that is not there, and keeps nothing of it", async () => {
    const context = await book(mail)
    await expect(
      handlers["evidence.correct"]({ accountId: "globex", touchId: "message:x:1", said: "contact" }, context),
    ).rejects.toMatchObject({ fault: { code: "not-found" } })
    await expect(
      handlers["evidence.noAnswer"]({ accountId: "gone", touchId: "x", needed: false }, context),
    ).rejects.toMatchObject({ fault: { code: "not-found" } })
    expect(await context.db.getAll("care")).toEqual([])
  })
})

describe("no answer needed", () => {
  const waiting = async (context: Context) =>
    waitingList({
      summaries: await context.db.getAll("summaries"),
      outbox: [],
      promiseHours: 48,
      coverFor: () => ({}),
    })

  it("closes the whole question, however often the customer wrote, until something new comes", async () => {
    const context = await book(questions)
    const [first] = await waiting(context)
    expect(first).toMatchObject({ accountId: "initech", touchId: questions[0]!.id })
    const kept = await handlers["evidence.noAnswer"](
      { accountId: "initech", touchId: questions[0]!.id, needed: false },
      context,
    )
    expect(kept).toEqual({ touchId: questions[1]!.id })
    expect(await waiting(context)).toEqual([])
    expect((await accountView(context, "initech"))?.assessment.contact).toMatchObject({
      waiting: null,
      daysSince: 3,
    })
    const [, , later] = thread("initech", "t3", "Outage in build 9", [
      { id: "q1", at: "2026-11-20T09:00:00Z", from: "jon@initech.example", text: "Why does the build fail?" },
      { id: "q2", at: "2026-11-20T15:00:00Z", from: "jon@initech.example", text: "Could somebody look?" },
      { id: "q3", at: "2026-11-22T15:00:00Z", from: "jon@initech.example", text: "It fails again. Why?" },
    ])
    await context.db.put("touches", later!)
    expect((await accountView(context, "initech"))?.assessment.contact.waiting).toMatchObject({
      since: "2026-11-22T15:00:00Z",
    })
    await context.db.delete("touches", later!.id)
    await handlers["evidence.noAnswer"]({ accountId: "initech", ...kept, needed: true }, context)
    expect(await waiting(context)).toHaveLength(1)
  })
})

describe("what was said", () => {
  it("is listed with what a rule needs, and exported", async () => {
    const context = await book([...mail, ...questions])
    await handlers["evidence.correct"](
      { accountId: "globex", touchId: mail[0]!.id, said: "not-contact" },
      context,
    )
    await context.pass(60_000)
    await handlers["evidence.noAnswer"](
      { accountId: "initech", touchId: questions[1]!.id, needed: false },
      context,
    )
    const { corrections } = await handlers["evidence.list"]({}, context)
    expect(corrections).toMatchObject([
      { accountName: "initech", said: "no-answer", about: { who: "jon", email: "jon@initech.example" } },
      { accountName: "globex", said: "not-contact", about: { subject: "Seats", on: "2026-09-01" } },
    ])
    const mine = JSON.parse(await exportMine(context)) as { corrections: { id: string }[] }
    expect(mine.corrections.map(({ id }) => id).sort()).toEqual(
      [`verdict:${mail[0]!.id}`, `verdict:${questions[1]!.id}`].sort(),
    )
  })
})

describe("the preview of a rule", () => {
  const rule = { match: "domain" as const, text: "tools.example", counts: true }

  it("counts touches and customers that would change, not those that are so already", async () => {
    const again = notice.map((touch) => ({
      ...touch,
      id: touch.id.replace("globex", "initech"),
      accountId: "initech",
    }))
    const context = await book([...notice, ...again, ...mail, ...questions])
    expect(await handlers["evidence.preview"](rule, context)).toEqual({ touches: 2, customers: 2 })
    expect(await handlers["evidence.preview"]({ ...rule, counts: false }, context)).toEqual({
      touches: 0,
      customers: 0,
    })
    await handlers["evidence.correct"](
      { accountId: "globex", touchId: notice[0]!.id, said: "not-contact" },
      context,
    )
    // The user's own word wins over a rule.
    expect(await handlers["evidence.preview"](rule, context)).toEqual({ touches: 1, customers: 1 })
  })

  it("agrees with what the rule then does, in Salesforce too", async () => {
    const context = await book(mail)
    const body = {
      id: "001000000000001AAA",
      account: { Id: "001000000000001AAA" },
      closedTasks: [
        {
          Id: "00T000000000001AAA",
          Subject: "Call: health check",
          TaskSubtype: "Call",
          ActivityDate: "2026-11-02",
          CompletedDateTime: "2026-11-02T09:00:00Z",
          CreatedDate: "2026-11-02T09:00:00Z",
        },
      ],
    }
    await context.db.put("details", {
      id: salesforceDetailId("globex"),
      accountId: "globex",
      part: "salesforce",
      body,
      readAt: now,
    })
    const calls = { match: "subject" as const, text: "health check", counts: false }
    expect((await accountView(context, "globex"))?.assessment.contact.daysSince).toBe(21)
    expect(await handlers["evidence.preview"](calls, context)).toEqual({ touches: 1, customers: 1 })
    await storeOwnPolicy(context, {
      ...defaultPolicy,
      contact: { ...defaultPolicy.contact, evidence: { ...defaultEvidence, rules: [calls] } },
    })
    expect((await accountView(context, "globex"))?.assessment.contact.daysSince).toBe(83)
    expect(await handlers["evidence.preview"](calls, context)).toEqual({ touches: 0, customers: 0 })
  })
})
