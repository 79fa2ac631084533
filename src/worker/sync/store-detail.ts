/** Stores one account's detail in one transaction, and its summary recomputed. */
import {
  buildFacts,
  derivedStores,
  type FactsContext,
  readAccountRows,
  summaryAfter,
  summaryOf,
} from "../account-facts"
import { appendToIndex } from "../search/packed"
import { timeOf, type VitallyAccount, type VitallyMeeting, type VitallyOrganization } from "../vitally/rows"
import { meetingStart } from "../evidence/meetings"
import type { LensDatabase } from "../cache/database"
import type { MetaValues } from "../cache/meta"
import { abortQuietly } from "../cache/abort"
import { withRoom } from "../cache/quota"
import { fence } from "../cache/workspace"
import type { IsCurrent } from "../kernel/epoch"
import type { AccountRow, ContactRow, HistoryRow, ProjectRow, TouchRow } from "../cache/rows"

import { oursOf } from "../account-facts/ours"
import type { AccountDetail, KnownThreads } from "./account-detail"
import { accountRow, organizationRow, taskRow, withoutParents } from "./rows/account-row"
import { believable, isSame } from "./rows/compare"
import { historyOf, ownerChange } from "./rows/history"
import { keepRemoved, removedBefore, seen, unlistedIn, withoutIds } from "./rows/missing-rows"
import { countAside, noteAside, type Reasons } from "./rows/rejected-rows"
import { isWhole, type Listed, merged, sortOut } from "./rows/sub-lists"
import { conversationTouches } from "../evidence/conversation-touches"
import { evidencePolicy } from "~src/domain/evidence/words"
import { meetingTouch } from "../evidence/meeting-touch"
import { noteTouch } from "../evidence/note-touch"

/** Our clock may be off by some hours, and a meeting's day is in no zone. */
const dayMs = 24 * 3_600_000

export interface StoreDetail {
  db: LensDatabase
  /** Whose account it is: nothing is stored where the cache is another's by now. */
  workspace: string
  isCurrent?: IsCurrent | undefined
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
  { db, workspace, isCurrent, facts, role, generation, known, now }: StoreDetail,
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
    const [old, before, detailedRow, removed] = await Promise.all([
      accounts.get(id),
      tx.objectStore("summaries").get(id),
      meta.get("detailed"),
      removedBefore(meta),
      seen(meta, "accounts", [id]),
      fence(meta, workspace, isCurrent),
    ])
    const detailed = (detailedRow?.value as MetaValues["detailed"] | undefined) ?? []
    const oldRows = old ? await readAccountRows(tx, old, old.detailAt !== undefined) : undefined
    const row: AccountRow = {
      ...accountRow(account, { role, me: facts.me }, facts.traitMap.salesforceId, stamp),
      detailAt: readAt,
      detailOf: datesOf(read.known),
    }

    const put = <T>(jobs: Promise<T>[]): Promise<T[]> => Promise.all(jobs)
    await accounts.put(row)
    const parents = tx.objectStore("organizations")
    const parent = organization && (await parents.get(organization.id))
    if (organization) await parents.put(organizationRow(organization, stamp))
    await replaceTouches()
    if (detail.users)
      await replace(
        "contacts",
        detail.users,
        detail.users.rows.map((raw) => ({
          id: `${id}:${raw.id}`,
          accountId: id,
          raw: withoutParents(raw),
          readAt,
        })),
      )
    if (detail.projects)
      await replace(
        "projects",
        detail.projects,
        detail.projects.rows.map((raw) => ({ id: raw.id, accountId: id, raw, readAt })),
      )
    if (detail.tasks) {
      const store = tx.objectStore("tasks")
      const before = await store.index("accountId").getAll(id)
      const listed = new Set(detail.tasks.rows.map((task) => task.id))
      const unreadable = new Set<string>()
      const rows = detail.tasks.rows.flatMap((given) => {
        const raw = believable(given, before.find((task) => task.id === given.id)?.raw)
        if (raw === null) unreadable.add(given.id)
        return (raw && taskRow({ ...raw, accountId: id }, timeZone, stamp)) ?? []
      })
      const archived = [...listed].filter(
        (one) => !unreadable.has(one) && !rows.some((task) => task.id === one),
      )
      const lacking = before.filter((task) => task.source === "vitally" && !listed.has(task.id))
      for (const one of archived) await store.delete(one)
      await seen(meta, "tasks", [...listed])
      // A proof of two: the sync asks for each by itself.
      if (isWhole(detail.tasks))
        await unlistedIn(
          meta,
          "tasks",
          lacking.map((task) => task.id),
          now,
        )
      await put(rows.map((task) => store.put(task)))
    }
    const stored = async (name: string) => (await tx.objectStore("details").get(`${id}:${name}`))?.body
    const part = (name: string, body: unknown) =>
      tx.objectStore("details").put({ id: `${id}:${name}`, accountId: id, part: name, body, readAt })
    // Past ones are touches.
    const isComing = (meeting: VitallyMeeting) => (timeOf(meetingStart(meeting)) ?? 0) > now - dayMs
    if (detail.meetings) {
      const coming = detail.meetings.rows.filter(isComing).map(withoutParents)
      const all = merged(await stored("meetings"), coming, isWhole(detail.meetings), now)
      await part("meetings", all.filter(isComing))
    }
    if (detail.nps) await part("nps", merged(await stored("nps"), detail.nps.rows, isWhole(detail.nps), now))
    // Nothing readable is no score that went.
    if (detail.healthScores && detail.healthScores.length > 0) await part("healthScores", detail.healthScores)
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
      return old || known ? ownerChange(old ?? removed[id], row, facts) : []
    }
    if (id in removed) await keepRemoved(meta, withoutIds(removed, [id]))
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
    const users =
      detail.users?.rows ??
      (await tx.objectStore("contacts").index("accountId").getAll(id)).map(({ raw }) => raw)
    const ours = oursOf(facts, peopleOf(users))
    for (const thread of threads?.read ?? []) fresh.push(...conversationTouches(id, thread, timeZone, ours))
    for (const meeting of meetings?.rows ?? [])
      fresh.push(
        ...present(
          meetingTouch(id, meeting, {
            timeZone,
            me: facts.me,
            ours,
            eventFrom: evidencePolicy(facts.policy).eventFrom,
          }),
        ),
      )
    for (const note of notes?.rows ?? []) fresh.push(...present(noteTouch(id, note, timeZone, names)))
    const reread = new Set((threads?.read ?? []).map((thread) => thread.id))
    const own = (await store.index("accountId").getAll(id)).filter(({ source }) => source === "vitally")
    const ids = new Set(fresh.map((touch) => touch.id))
    const of = (prefix: string) => own.filter((touch) => touch.id.startsWith(prefix))
    // The thread itself says what is in it.
    const gone = of("message:").filter(
      ({ id: touch, conversationId }) =>
        conversationId !== undefined && reread.has(conversationId) && !ids.has(touch),
    )
    const kept: TouchRow[] = []
    const sort = (rows: TouchRow[], isThere: (row: TouchRow) => boolean, list: Listed) => {
      const there = new Set([...ids, ...rows.filter(isThere).map((row) => row.id)])
      const sorted = sortOut(rows, there, isWhole(list), now)
      gone.push(...sorted.gone)
      kept.push(...sorted.kept)
    }
    if (threads) {
      const isThere = ({ conversationId = "" }: TouchRow) =>
        reread.has(conversationId) || conversationId in threads.all
      sort(of("message:"), isThere, threads)
    }
    if (meetings) sort(of("meeting:"), () => false, meetings)
    if (notes) sort(of("note:"), () => false, notes)
    for (const touch of gone) await store.delete(touch.id)
    await Promise.all([...kept, ...fresh].map((touch) => store.put(touch)))
    if (threads) {
      const details = tx.objectStore("details")
      const before = knownThreads((await details.get(`${id}:threads`))?.body)
      // Those that are only lacking for now stay known as they were read.
      const lacking = kept.flatMap(({ conversationId = "" }) =>
        conversationId in before ? [[conversationId, before[conversationId] ?? ""] as const] : [],
      )
      const body = { ...Object.fromEntries(lacking), ...threads.all }
      await details.put({ id: `${id}:threads`, accountId: id, part: "threads", body, readAt })
    }
  }

  async function categoryNames(): Promise<Map<string, string>> {
    const rows = (await tx.objectStore("meta").get("noteCategories"))?.value as
      MetaValues["noteCategories"] | undefined
    return new Map((rows ?? []).map((row) => [row.id, row.name]))
  }

  /** Stores a list that was read whole: what it lacks stays until another reading lacks it, too. */
  async function replace(
    name: "contacts" | "projects",
    list: Listed,
    rows: (ContactRow | ProjectRow)[],
  ): Promise<void> {
    const store = tx.objectStore(name)
    const ids = new Set(rows.map((row) => row.id))
    const before = await store.index("accountId").getAll(id)
    const { gone, kept } = sortOut(before, ids, isWhole(list), now)
    for (const row of gone) await store.delete(row.id)
    const known = new Map(before.map((row) => [row.id, row.raw]))
    const read = rows.map((row) => ({
      ...row,
      raw: believable(row.raw, known.get(row.id)) ?? known.get(row.id) ?? row.raw,
    }))
    await Promise.all([...kept, ...read].map((row) => store.put(row)))
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

/** Ids and addresses, lower case. */
function peopleOf(users: readonly { id: string; email?: unknown }[]): Set<string> {
  return new Set(
    users.flatMap(({ id, email }) => (typeof email === "string" ? [id, email.toLowerCase()] : [id])),
  )
}
