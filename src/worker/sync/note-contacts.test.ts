import { expect, it } from "vitest"

import type { AccountSummary } from "~src/domain/assessment"
import { clockAt } from "~src/domain/calendar"
import { defaultPolicy } from "~src/domain/policy/presets"
import { toId18 } from "~src/hosts"
import { createFakeContext } from "../kernel/context.fake"
import { type ActivityRows, newestContact } from "./activity-rows"
import type { NewestActivity } from "./book-activity"
import { noteContacts } from "./note-contacts"

const now = "2026-11-30T15:00:00Z"
const [globex = "", initech = ""] = ["001000000000001", "001000000000002"].map((id) => toId18(id) ?? "")
const accounts = new Map([
  ["globex", globex],
  ["initech", initech],
])
const judging = { policy: defaultPolicy, clock: clockAt(now, "UTC"), apiHost: "", userId: "005" }
const judge = (id: string, rows: ActivityRows) => newestContact(id, rows, judging)
const task = (on: string, more: object) => ({
  Id: "00T000000000001AAA",
  ActivityDate: on,
  CompletedDateTime: `${on}T09:00:00Z`,
  CreatedDate: `${on}T09:00:00Z`,
  ...more,
})
const call = (on: string, more: object = {}) => task(on, { TaskSubtype: "Call", Subject: "Call", ...more })
const toDo = (on: string) => task(on, { TaskSubtype: "Task", Subject: "Prepare the deck" })

/** A book whose newest activities are these; `asked` notes whose rows were read. */
async function book() {
  const context = await createFakeContext({ now })
  const asked: [string[], string | undefined][] = []
  const run = (
    newest: Record<string, NewestActivity>,
    rows: { tasks?: object[]; events?: object[]; isWhole?: boolean } = {},
    mayGoOn = true,
  ) =>
    noteContacts(
      context,
      accounts,
      {
        newest: new Map(Object.entries(newest)),
        asked: [globex, initech],
        whole: new Set([globex, initech]),
      },
      {
        judge,
        mayGoOn: () => Promise.resolve(mayGoOn),
        isCurrent: () => true,
        rows: (ids, after) => {
          asked.push([ids, after])
          return Promise.resolve({
            tasks: new Map([[globex, (rows.tasks ?? []) as Record<string, unknown>[]]]),
            events: new Map([[globex, (rows.events ?? []) as Record<string, unknown>[]]]),
            isWhole: rows.isWhole ?? true,
          })
        },
      },
    )
  const touch = async () => (await context.db.get("touches", "salesforce-activity:globex"))?.on
  return { context, asked, run, touch }
}

const newest = (on: string, changedAt = `${on}T12:00:00Z`) => ({ [globex]: { on, changedAt } })

it("takes a to-do for no contact, and the call before it for one", async () => {
  const { run, touch, context } = await book()
  const done = await run(newest("2026-11-28"), { tasks: [toDo("2026-11-28"), call("2026-11-03")] })
  expect(done).toEqual({ changed: ["globex"], asked: [globex, initech] })
  expect(await touch()).toBe("2026-11-03")
  expect(await context.db.get("touches", "salesforce-activity:globex")).toMatchObject({
    verdict: "person",
    channel: "call",
    subject: "Call",
  })
})

it("dates a call by its own day and knows no copies of meetings", async () => {
  const { run, touch } = await book()
  const backdated = call("2026-11-10", { CompletedDateTime: "2026-11-28T09:00:00Z" })
  const copy = { Id: "00U", Subject: "Sync", StartDateTime: "2026-11-20T09:00:00Z", IsChild: true }
  await run(newest("2026-11-28"), { tasks: [backdated], events: [copy] })
  expect(await touch()).toBe("2026-11-10")
})

it("reads rows once, and again if any of them was written since, though the newest day is the same", async () => {
  const { run, touch, asked } = await book()
  await run(newest("2026-11-28"), { tasks: [toDo("2026-11-28")] })
  await run(newest("2026-11-28"))
  expect(asked).toHaveLength(1)
  expect(await touch()).toBeUndefined()
  await run(newest("2026-11-28", "2026-11-29T08:00:00Z"), { tasks: [toDo("2026-11-28"), call("2026-11-21")] })
  expect(asked).toHaveLength(2)
  expect(await touch()).toBe("2026-11-21")
})

it("reads no rows of a customer who was in touch later, unless somebody waits", async () => {
  const { run, asked, context } = await book()
  const summary = { id: "globex", name: "Globex", lastContactOn: "2026-11-29" } as AccountSummary
  await context.db.put("summaries", summary)
  await run(newest("2026-11-28"))
  expect(asked).toEqual([])
  await context.db.put("summaries", { ...summary, waitingSince: "2026-11-27T08:00:00Z" })
  await run(newest("2026-11-28"))
  expect(asked).toEqual([[[globex], "2026-11-29"]])
})

it("believes that a contact is gone only after another reading", async () => {
  const { run, touch, context } = await book()
  await run(newest("2026-11-28"), { tasks: [call("2026-11-28")] })
  await run(newest("2026-11-20"), { tasks: [toDo("2026-11-20")] })
  expect(await touch()).toBe("2026-11-28")
  await context.pass(3 * 86_400_000)
  await run(newest("2026-11-20"), { tasks: [toDo("2026-11-20")] })
  expect(await touch()).toBeUndefined()
})

it("keeps what it knows where a part was refused or cut off", async () => {
  const { run, touch, asked } = await book()
  await run(newest("2026-11-28"), { tasks: [call("2026-11-28")] })
  await run(newest("2026-11-29"), { isWhole: false })
  await run(newest("2026-11-29"), { tasks: [call("2026-11-05")], isWhole: false })
  expect(await touch()).toBe("2026-11-28")
  expect(asked).toHaveLength(3)
})

it("leaves to the next slice whom it did not come to", async () => {
  const { run, touch } = await book()
  expect(await run(newest("2026-11-28"), { tasks: [call("2026-11-28")] }, false)).toEqual({
    changed: [],
    asked: [],
  })
  expect(await touch()).toBeUndefined()
})
