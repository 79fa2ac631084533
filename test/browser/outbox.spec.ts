import { access } from "../replica/options"
import { connectVitally } from "./connect"
import { expect, test } from "./extension"
import { ask } from "./ask"
import { seededChance, stopWorker, stopWorkerNearRequest, syncedAccounts } from "./worker"

const lanes = 10

test("forty writes survive a worker that is killed again and again under faults, and arrive once each", async ({
  context,
  extensionId,
  replica,
}) => {
  const page = await connectVitally(context, extensionId, access)
  await syncedAccounts(page, 60)
  const { control } = replica
  const accounts = [...control.world.vitally.accounts.all()].slice(0, lanes).map(({ id }) => id)
  const before = { tasks: control.world.tasksByExternalId.size, notes: control.world.notesByExternalId.size }
  const chance = seededChance("outbox")

  // In wait from the first write on: those whose time for undo is over go out while others still come in.
  for (const path of ["/resources/tasks", "/resources/notes"]) {
    control.fault({ method: "POST", path, status: 500, skip: 2 })
    control.fault({ method: "POST", path, stage: "after", cut: true, skip: 3 })
    control.fault({ method: "POST", path, stage: "after", drop: true, skip: 4 })
    control.fault({ method: "POST", path, status: 429, headers: { "retry-after": "1" }, skip: 5 })
  }
  for (let index = 0; index < 40; index += 1) {
    const accountId = accounts[index % lanes] ?? ""
    const { outboxId } =
      index % 4 < 2
        ? await ask(page, "task.add", { accountId, name: `Task ${String(index)}` })
        : await ask(page, "touch.log", {
            accountId,
            channel: "call",
            direction: "outbound",
            at: new Date().toISOString(),
          })
    // The same request again, as after a lost answer: it is one write.
    const again = { m: "task.add", p: { accountId, name: "again" }, rid: outboxId }
    if (index % 10 === 0) await page.evaluate((envelope) => chrome.runtime.sendMessage(envelope), again)
    if (index % 5 === 0) await stopWorker(context)
  }

  const left = async (): Promise<number> => {
    const { outbox } = await ask(page, "popup.get", {})
    expect(outbox.filter(({ state }) => state === "refused" || state === "undecided")).toEqual([])
    return outbox.filter(({ state }) => state !== "sent").length
  }
  // Each look wakes the worker, which goes on with what is due.
  let kills = 0
  while ((await left()) > 0 && kills < 50) {
    if (await stopWorkerNearRequest(context, replica, chance, { requests: 1 + Math.floor(chance() * 4) }))
      kills += 1
  }
  await expect.poll(left, { timeout: 60_000 }).toBe(0)
  expect(kills).toBeGreaterThan(10)

  const { world, log } = control
  expect(world.tasksByExternalId.size - before.tasks).toBe(20)
  expect(world.notesByExternalId.size - before.notes).toBe(20)
  expect(log.deletes).toEqual([])
})
