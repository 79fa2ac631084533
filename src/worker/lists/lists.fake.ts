/** Rows for tests of the lists: only what a test cares about is spelt out. */
import type { AccountSummary } from "~src/domain/assessment"
import type { OutboxRow, TaskRow } from "../cache/rows"
import { createFakeContext, type FakeContext, type FakeOptions } from "../kernel/context.fake"

export const me = { adminId: "ada", name: "Ada Moss", role: "" }

/** Connected, signed in as Ada, everything read a minute ago. */
export async function listsContext(options: FakeOptions = {}): Promise<FakeContext> {
  const settings = { me, vitally: { connected: true, subdomain: "acme" }, ...options.settings }
  const context = await createFakeContext({ ...options, settings })
  await readAt(context, new Date(context.now() - 60_000).toISOString())
  return context
}

/** Notes when Vitally last answered. */
export async function readAt({ db }: FakeContext, lastOkAt: string): Promise<void> {
  await db.put("meta", { key: "sync", value: { lastOkAt } })
}

export function summaryOf(id: string, part: Partial<AccountSummary> = {}): AccountSummary {
  return {
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    owner: me.adminId,
    tier: "Mid-Market",
    tierRank: 3,
    team: null,
    stage: null,
    score: 7,
    band: "healthy",
    ...part,
  }
}

export function taskRow(id: string, part: Partial<TaskRow> = {}): TaskRow {
  return {
    id,
    accountId: "globex",
    source: "vitally",
    raw: { id },
    name: `Task ${id}`,
    assignedToId: me.adminId,
    open: part.completedAt === undefined ? 1 : 0,
    readAt: "2026-11-23T08:00:00.000Z",
    seenIn: 1,
    ...part,
  }
}

export function outboxRow(id: string, part: Partial<OutboxRow> = {}): OutboxRow {
  const createdAt = part.createdAt ?? Date.parse("2026-11-23T09:59:00Z")
  return {
    id,
    accountId: "globex",
    accountName: "Globex",
    target: "vitally",
    kind: "touch.log",
    text: "Log an email with Globex",
    payload: { channel: "email", direction: "both", at: new Date(createdAt).toISOString() },
    state: "waiting",
    createdAt,
    sendAfter: createdAt + 8000,
    nextTryAt: createdAt + 8000,
    tries: 0,
    workspace: "acme",
    ...part,
  }
}
