/** Fetching what hangs under one account. */
import { type CallOptions, ifGiven, type VitallyClient, type VitallyErrorKind } from "../vitally/api"
import { filled, type VitallyConversation } from "../vitally/rows"

import { readSubject } from "~src/domain/evidence/text/subject"
import type { Ours } from "../evidence/people"
import { conversationTouches } from "../evidence/conversation-touches"

/** Threads read with their messages, newest first: direction and person are only there. */
const threadsRead = { opened: 12, book: 6 }
/** If no person wrote in those, as many again are read, so often at most: campaigns must not hide who did. */
const roundsAtMost = 3

/** Grows when touches are judged or stored differently. */
const judgeVersion = 2

export type DetailDepth = "opened" | "book"

/** Threads already read: id -> `updatedAt` then. */
export type KnownThreads = Record<string, string>

export type AccountDetail = Awaited<ReturnType<typeof fetchDetail>>

/**
 * All lists of one account in parallel. A list that the key may not read is undefined: what is stored of it stays.
 * @param depth "book" leaves out what only an opened account shows.
 */
export async function fetchDetail(
  client: VitallyClient,
  accountId: string,
  depth: DetailDepth,
  known: KnownThreads,
  call: CallOptions,
) {
  const opened = depth === "opened"
  const only = <T>(
    wanted: boolean,
    work: () => Promise<T>,
    ...without: VitallyErrorKind[]
  ): Promise<T | undefined> => (wanted ? ifGiven(work(), ...without) : Promise.resolve(undefined))
  const [threads, meetings, notes, projects, users, tasks, nps, healthScores] = await Promise.all([
    ifGiven(changedThreads(client, accountId, depth, known, call)),
    ifGiven(client.meetingsOf(accountId, call)),
    ifGiven(client.notesOf(accountId, call)),
    ifGiven(client.projectsOf(accountId, call)),
    ifGiven(client.usersOf(accountId, call)),
    only(opened, () => client.tasksOf(accountId, call)),
    // Nothing of these is contact: the rest is worth storing without them.
    only(opened, () => client.npsOf(accountId, call), "server"),
    only(opened, () => client.healthScoresOf(accountId, call), "server"),
  ])
  return { threads, meetings, notes, projects, users, tasks, nps, healthScores }
}

async function changedThreads(
  client: VitallyClient,
  accountId: string,
  depth: DetailDepth,
  known: KnownThreads,
  call: CallOptions,
): Promise<{ read: VitallyConversation[]; all: KnownThreads; setAside: { reason: string }[] }> {
  const { rows, setAside } = await client.conversationsOf(accountId, call)
  const newest = readingOrder(rows)
  const all: KnownThreads = {}
  // Older threads stay known as they were read; those never read stay unknown.
  for (const { id } of rows) if (known[id] !== undefined) all[id] = known[id]
  const read: VitallyConversation[] = []
  const count = threadsRead[depth]
  for (let round = 0; round < roundsAtMost; round += 1) {
    const next = newest.slice(round * count, (round + 1) * count)
    // Where one was read before, those behind it were, too, as far as there was need.
    const isKnown = next.some(({ id }) => id in all)
    await Promise.all(
      next
        .filter((thread) => all[thread.id] !== stamp(thread) || stamp(thread) === "")
        .map(async (thread) => {
          // One that Vitally fails at must not hide the others; the next reading asks again.
          const whole = await ifGiven(client.conversation(thread.id, call), "server")
          // A thread without a message is an answer that was cut.
          if (!whole?.messages?.length) return
          read.push(whole)
          all[thread.id] = stamp(thread)
        }),
    )
    if (isKnown || next.length < count || read.some(isPersonal)) break
  }
  return { read, all, setAside }
}

/** Somebody wrote it, not a machine. */
const isPersonal = (thread: VitallyConversation): boolean =>
  conversationTouches("", thread, "UTC", noOurs).some(({ verdict }) => verdict === "person")

/** A thread names its own people. */
const noOurs: Ours = { admins: new Map(), domains: new Set() }

/** Newest first; threads named as machines name them come in between, so that they can't crowd out people's. */
function readingOrder(rows: readonly VitallyConversation[]): VitallyConversation[] {
  const newest = [...rows].sort((a, b) => (stamp(a) < stamp(b) ? 1 : -1))
  const isFormed = (row: VitallyConversation) => {
    const { form, formAfterReply } = readSubject(filled(row.subject))
    return form !== undefined && !formAfterReply
  }
  const plain = newest.filter((row) => !isFormed(row))
  const formed = newest.filter(isFormed)
  const order: VitallyConversation[] = []
  while (plain.length > 0 || formed.length > 0)
    order.push(...plain.splice(0, plainToFormed), ...formed.splice(0, 1))
  return order
}

const plainToFormed = 2

/** Of a reading; what an earlier version of the judge read is refreshed. */
function stamp({ updatedAt }: VitallyConversation): string {
  const at = filled(updatedAt)
  return at === undefined ? "" : `${at} ${judgeVersion}`
}
