import { afterAll, beforeAll, expect, it, vi } from "vitest"

import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

import { parseApiKey } from "../vitally/api"
import { noteTouch } from "../evidence/note-touch"
import { createFakeContext } from "../kernel/context.fake"
import type { VitallyNote } from "../vitally/rows"
import { externalIdOf } from "../writes/ids"
import { outboxHandlers } from "./handlers"

let replica: Replica
beforeAll(async () => {
  replica = await startReplica({ accounts: 3, seed: 5, rateLimit: null, tls: false })
})
afterAll(() => replica.close())

async function world() {
  replica.control.reset()
  const [account] = [...replica.control.world.vitally.accounts.all()]
  const accountId = account?.id ?? ""
  const context = await createFakeContext({
    settings: { vitally: { region: "us", subdomain: access.subdomain, connected: true } },
    fetch: replicaFetch(replica),
  })
  await context.secrets.setVitallyAuthorization(parseApiKey(access.apiKey))
  await context.db.put("accounts", {
    id: accountId,
    name: "Globex",
    raw: { id: accountId },
    readAt: "2026-11-23T08:00:00Z",
    seenIn: 1,
  })
  const add = async (rid: string) => {
    const request = {
      accountId,
      subject: "Yellow/Red ask",
      text: "Exec sponsor.\nBy 11 Dec.",
      about: "ask" as const,
    }
    return outboxHandlers["note.add"](request, context, { rid } as never)
  }
  /** One more try, by the worker's own timer. */
  const send = async () => {
    const row = async () => (await context.db.getAll("outbox"))[0]
    const tried = (await row())?.tries ?? 0
    await context.pass(900_000)
    await vi.waitFor(async () => {
      const now = await row()
      expect(now?.tries).toBeGreaterThan(tried)
      expect(now?.state).not.toBe("sending")
    })
    return (await row())?.state
  }
  const noteOf = (rid: string) => replica.control.world.notesByExternalId.get(externalIdOf(rid))
  return { accountId, add, send, noteOf }
}

it("sends a note with its paragraphs and its purpose as a tag, and no reader takes it for a contact", async () => {
  const { accountId, add, send, noteOf } = await world()
  await add("n1")
  expect(await send()).toBe("sent")
  const row = noteOf("n1")?.row as unknown as VitallyNote
  expect(row).toMatchObject({ subject: "Yellow/Red ask", tags: ["Account Lens note", "ask"] })
  expect(row.note).toContain("Exec sponsor.")
  expect(noteTouch(accountId, row, "Europe/Berlin", new Map())).toMatchObject({
    noteCategory: "",
    tags: ["Account Lens note", "ask"],
  })
})

it("counts a note as sent only if it arrived: an answer that broke off makes neither two nor none", async () => {
  const { add, send, noteOf } = await world()
  await add("n2")
  replica.control.fault({ method: "POST", path: "/resources/notes", stage: "before", drop: true })
  expect(await send()).toBe("waiting")
  expect(noteOf("n2")).toBeUndefined()
  replica.control.fault({ method: "POST", path: "/resources/notes", stage: "after", drop: true })
  expect(await send()).toBe("waiting")
  expect(await send()).toBe("sent")
  const posts = replica.control.log.applied.filter(({ route }) => route === "notes")
  expect(new Set(posts.map(({ id }) => id)).size).toBe(1)
})
