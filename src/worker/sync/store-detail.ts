/** Stores one account's detail in one transaction, and its summary made anew. */
import {
  buildFacts,
  derivedStores,
  type FactsContext,
  readAccountRows,
  summaryAfter,
  summaryOf,
} from "../account-facts"
import { appendToIndex } from "../search/packed"
import { timeOf, type VitallyAccount, type VitallyOrganization } from "../vitally/rows"
import { meetingStart } from "../evidence/meetings"
import type { LensDatabase } from "../cache/database"
import type { MetaValues } from "../cache/meta"
import { abortQuietly } from "../cache/abort"
import { withRoom } from "../cache/quota"
import { fence } from "../cache/workspace"
import type { AccountRow, HistoryRow, TouchRow } from "../cache/rows"

import type { AccountDetail, KnownThreads } from "./account-detail"
import { accountRow, organizationRow, taskRow, withoutParents } from "./rows/account-row"
import { isSame } from "./rows/compare"
import { historyOf, ownerChange } from "./rows/history"
import { countAside, noteAside, type Reasons } from "./rows/rejected-rows"
import { conversationTouches } from "../evidence/conversation-touches"
import { meetingTouch } from "../evidence/meeting-touch"
import { noteTouch } from "../evidence/note-touch"

/** Our clock may be off by some hours, and a meeting's day is in no zone. */
const dayMs = 24 * 3_600_000

export interface StoreDetail {
  db: LensDatabase
  /** Whose account it is: nothing is stored where the cache is another's by now. */
  workspace: string
  facts: FactsContext
  role: string
  generation: number
  /** The whole book was read before: an account not seen until now is new. */
  known: boolean
  /** Epoch milliseconds. */
  now: number
}

export interface ReadAccount {
  account: VitallyAccount
  organization?: VitallyOrganization | undefined
  detail: AccountDetail
  /** The account as it was known before its lists were asked for: what came later may not be in them. */
  known: VitallyAccount | undefined
}

/** @returns whether the organization is not as it was: other accounts take traits of it, too. */
export function storeDetail(options: StoreDetail, read: ReadAccount): Promise<boolean> {
  return withRoom(options.db, () => storeOnce(options, read))
}

async function storeOnce(
  { db, workspace, facts, role, generation, known, now }: StoreDetail,
  read: ReadAccount,
): Promise<boolean> {
  const { account, organization, detail } = read
  const { id } = account
  const readAt = new Date(now).toISOString()
  const stamp = { readAt, seenIn: generation }
  const { timeZone } = facts.clock
  const tx = db.transaction(derivedStores, "readwrite", { durability: "relaxed" })
  try {
    const meta = tx.objectStore("meta")
    const accounts = tx.objectStore("accounts")
    const [old, before, detailedRow] = await Promise.all([
      accounts.get(id),
      tx.objectStore("summaries").get(id),
      meta.get("detailed"),
      fence(meta, workspace),
    ])
    const detailed = (detailedRow?.value as MetaValues["detailed"] | undefined) ?? []
    const oldRows = old ? await readAccountRows(tx, old, old.detailAt !== undefined) : undefined
    const row: AccountRow = {
      ...accountRow(account, role, facts.traitMap.salesforceId, stamp),
      detailAt: readAt,
      detailOf: datesOf(read.known),
    }

    const put = <T>(jobs: Promise<T>[]): Promise<T[]> => Promise.all(jobs)
    await accounts.put(row)
    const parents = tx.objectStore("organizations")
    const parent = organization && (await parents.get(organization.id))
    if (organization) await parents.put(organizationRow(organization, stamp))
    await replaceTouches()
    if (detail.users) {
      const store = tx.objectStore("contacts")
      await drop("contacts", () => true)
      await put(
        detail.users.rows.map((raw) =>
          store.put({ id: `${id}:${raw.id}`, accountId: id, raw: withoutParents(raw), readAt }),
        ),
      )
    }
    if (detail.projects) {
      const store = tx.objectStore("projects")
      await drop("projects", () => true)
      await put(detail.projects.rows.map((raw) => store.put({ id: raw.id, accountId: id, raw, readAt })))
    }
    if (detail.tasks) {
      const store = tx.objectStore("tasks")
      const rows = detail.tasks.rows.flatMap(
        (raw) => taskRow({ ...raw, accountId: id }, timeZone, stamp) ?? [],
      )
      const kept = new Set(rows.map((task) => task.id))
      // Of a list that is longer than what was read, the rest is not gone.
      if (detail.tasks.next === null)
        for (const task of await store.index("accountId").getAll(id))
          if (task.source === "vitally" && !kept.has(task.id)) await store.delete(task.id)
      await put(rows.map((task) => store.put(task)))
    }
    const part = (name: string, body: unknown) =>
      tx.objectStore("details").put({ id: `${id}:${name}`, accountId: id, part: name, body, readAt })
    // Past ones are touches.
    if (detail.meetings)
      await part(
        "meetings",
        detail.meetings.rows
          .filter((meeting) => (timeOf(meetingStart(meeting)) ?? 0) > now - dayMs)
          .map(withoutParents),
      )
    if (detail.nps) await part("nps", detail.nps.rows)
    if (detail.healthScores) await part("healthScores", detail.healthScores)
    const aside: Reasons = {}
    for (const list of Object.values(detail)) if (list && "setAside" in list) countAside(aside, list.setAside)
    await noteAside(meta, id, aside)
    if (!detailed.includes(id)) await meta.put({ key: "detailed", value: [...detailed, id] })
    if (old?.name !== row.name || old.externalId !== row.externalId) await appendToIndex(meta, [row])

    const rows = await readAccountRows(tx, row, true)
    const fresh = summaryOf(buildFacts(rows, facts), facts, row.owner)
    const summary = summaryAfter(before, rows, fresh, facts)
    // The first detail of an account brings evidence, not a change; whose it is may have changed all the same.
    const changes = (): HistoryRow[] => {
      if (oldRows && before && old?.detailAt !== undefined) {
        return historyOf(oldRows, before, rows, summary, facts)
      }
      return old || known ? ownerChange(old, row, facts) : []
    }
    for (const entry of changes()) await tx.objectStore("history").add(entry)
    await tx.objectStore("summaries").put(summary)
    await tx.done
    return organization !== undefined && !isSame(organization, parent?.raw)
  } catch (error) {
    abortQuietly(tx)
    throw error
  }

  /** Threads not read again keep their touches; meetings and notes were listed whole. */
  async function replaceTouches(): Promise<void> {
    const store = tx.objectStore("touches")
    const { threads, meetings, notes } = detail
    const fresh: TouchRow[] = []
    const names = await categoryNames()
    for (const thread of threads?.read ?? []) fresh.push(...conversationTouches(id, thread, timeZone))
    for (const meeting of meetings?.rows ?? [])
      fresh.push(...present(meetingTouch(id, meeting, timeZone, facts.me)))
    for (const note of notes?.rows ?? []) fresh.push(...present(noteTouch(id, note, timeZone, names)))
    const reread = new Set((threads?.read ?? []).map((thread) => thread.id))
    await drop("touches", (touch) => {
      const { conversationId } = touch as TouchRow
      if ((touch as TouchRow).source !== "vitally") return false
      if (touch.id.startsWith("message:"))
        return (
          threads !== undefined &&
          (conversationId === undefined || reread.has(conversationId) || !(conversationId in threads.all))
        )
      return touch.id.startsWith("meeting:")
        ? meetings !== undefined
        : touch.id.startsWith("note:") && notes !== undefined
    })
    await Promise.all(fresh.map((touch) => store.put(touch)))
    if (threads)
      await tx
        .objectStore("details")
        .put({ id: `${id}:threads`, accountId: id, part: "threads", body: threads.all, readAt })
  }

  async function categoryNames(): Promise<Map<string, string>> {
    const rows = (await tx.objectStore("meta").get("noteCategories"))?.value as
      MetaValues["noteCategories"] | undefined
    return new Map((rows ?? []).map((row) => [row.id, row.name]))
  }

  async function drop(
    name: "touches" | "contacts" | "projects",
    gone: (row: { id: string }) => boolean,
  ): Promise<void> {
    const store = tx.objectStore(name)
    for (const row of await store.index("accountId").getAll(id)) if (gone(row)) await store.delete(row.id)
  }
}

function datesOf(account: VitallyAccount | undefined): AccountRow["detailOf"] & object {
  const { updatedAt, lastInboundMessageTimestamp, lastOutboundMessageTimestamp } = account ?? {}
  return {
    ...(updatedAt && { updatedAt }),
    ...(lastInboundMessageTimestamp && { lastInboundMessageTimestamp }),
    ...(lastOutboundMessageTimestamp && { lastOutboundMessageTimestamp }),
  }
}

function present<T>(value: T | null): T[] {
  return value === null ? [] : [value]
}

export function knownThreads(body: unknown): KnownThreads {
  return typeof body === "object" && body !== null ? (body as KnownThreads) : {}
}
