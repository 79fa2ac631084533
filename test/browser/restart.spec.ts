import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import { access } from "../replica/options"
import { startReplica } from "../replica/server"
import { expect, test } from "@playwright/test"
import { connectVitally } from "./connect"
import { ask } from "./ask"
import { launchWithExtension } from "./launch"
import { syncedAccounts } from "./worker"

test("writes made offline outlive the browser, and arrive once when it is opened again, with no page of ours open", async () => {
  const replica = await startReplica({ accounts: 20, seed: 1, rateLimit: null })
  const profile = mkdtempSync(path.join(tmpdir(), "account-lens-"))
  const { world, log } = replica.control
  const arrived = () => [
    world.tasksByExternalId.size - before.tasks,
    world.notesByExternalId.size - before.notes,
  ]
  const before = { tasks: world.tasksByExternalId.size, notes: world.notesByExternalId.size }
  try {
    const first = await launchWithExtension({ port: replica.port, profile })
    const page = await connectVitally(first.context, first.extensionId, access)
    await syncedAccounts(page, 20)
    await first.context.setOffline(true)
    const [account] = [...world.vitally.accounts.all()]
    const accountId = account?.id ?? ""
    await ask(page, "task.add", { accountId, name: "Send the agenda" })
    const at = new Date().toISOString()
    await ask(page, "touch.log", { accountId, channel: "call", direction: "outbound", at })
    expect((await ask(page, "popup.get", {})).outbox.map(({ state }) => state)).toEqual([
      "waiting",
      "waiting",
    ])
    await first.context.close()
    expect(arrived()).toEqual([0, 0])

    const second = await launchWithExtension({ port: replica.port, profile })
    await expect.poll(arrived, { timeout: 60_000 }).toEqual([1, 1])
    expect(log.deletes).toEqual([])
    await second.context.close()
  } finally {
    await replica.close()
    rmSync(profile, { recursive: true, force: true })
  }
})
