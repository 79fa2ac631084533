import type { Page } from "@playwright/test"

import { access } from "../replica/options"
import { connectVitally } from "./connect"
import { expect, test } from "./extension"
import { stopWorker, syncedAccounts } from "./worker"

interface Item {
  id: string
  state: string
}

/** As a page of the extension asks; once more where the worker died while answering. */
const ask = (page: Page, m: string, p: object, rid: string) =>
  page.evaluate(
    async ([m, p, rid]) => {
      for (;;) {
        const reply = (await chrome.runtime.sendMessage({ m, p, rid }).catch(() => undefined)) as
          { ok: boolean; value?: unknown; fault?: unknown } | undefined
        if (reply) return reply
      }
    },
    [m, p, rid] as const,
  )

test("forty writes survive a worker that is killed again and again under faults, and arrive once each", async ({
  context,
  extensionId,
  replica,
}) => {
  test.setTimeout(240_000)
  const page = await connectVitally(context, extensionId, access)
  await syncedAccounts(page, 60)
  const accounts = [...replica.control.world.vitally.accounts.all()].slice(0, 4).map(({ id }) => id)
  const before = {
    tasks: replica.control.world.tasksByExternalId.size,
    notes: replica.control.world.notesByExternalId.size,
  }

  for (let index = 0; index < 40; index += 1) {
    const accountId = accounts[index % 4]
    const rid = `write-${String(index)}`
    const reply =
      index % 8 < 4
        ? await ask(page, "task.add", { accountId, name: `Task ${String(index)}` }, rid)
        : await ask(
            page,
            "touch.log",
            { accountId, channel: "call", direction: "outbound", at: new Date().toISOString() },
            rid,
          )
    expect(reply.ok).toBe(true)
    // The same request again, as after a lost answer: it is one write.
    if (index % 10 === 0) await ask(page, "task.add", { accountId, name: "again" }, rid)
    if (index % 5 === 0) await stopWorker(context)
  }

  for (const path of ["/resources/tasks", "/resources/notes"]) {
    replica.control.fault({ method: "POST", path, status: 500, skip: 2 })
    replica.control.fault({ method: "POST", path, stage: "after", cut: true, skip: 3 })
    replica.control.fault({ method: "POST", path, stage: "after", drop: true, skip: 4 })
    replica.control.fault({ method: "POST", path, status: 429, headers: { "retry-after": "1" }, skip: 5 })
  }
  const left = async (): Promise<number> => {
    const reply = await ask(page, "popup.get", {}, "look")
    const { outbox } = reply.value as { outbox: Item[] }
    expect(outbox.filter(({ state }) => state === "refused" || state === "undecided")).toEqual([])
    return outbox.filter(({ state }) => state !== "sent").length
  }
  for (let kills = 0; kills < 20 && (await left()) > 0; kills += 1) {
    // Anywhere between two requests, in one, or before its answer is stored.
    await page.waitForTimeout(Math.floor(Math.random() * 900))
    await stopWorker(context)
  }
  await expect.poll(left, { timeout: 150_000, intervals: [2_000] }).toBe(0)

  const { world, log } = replica.control
  expect(world.tasksByExternalId.size - before.tasks).toBe(20)
  expect(world.notesByExternalId.size - before.notes).toBe(20)
  expect(log.deletes).toEqual([])
})
