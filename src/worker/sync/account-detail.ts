/** Fetching what hangs under one account. */
import { type CallOptions, ifGiven, type VitallyClient, type VitallyErrorKind } from "../vitally/api"
import { filled, type VitallyConversation } from "../vitally/rows"

import { isCalendarCopy } from "../evidence/automatic"
import { conversationTouches } from "../evidence/conversation-touches"

/** Threads read with their messages, newest first: direction and person are only there. */
const threadsRead = { opened: 12, book: 6 }
/** Where no person wrote in those, as many again are read, so often at most: campaigns must not hide who did. */
const roundsAtMost = 3

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
  const newest = rows
    // Calendar mail is no contact: it is not asked for.
    .filter(({ subject }) => !isCalendarCopy(filled(subject), undefined))
    .sort((a, b) => (stamp(a) < stamp(b) ? 1 : -1))
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
  conversationTouches("", thread, "UTC").some(({ automatic }) => !automatic)

function stamp({ updatedAt }: VitallyConversation): string {
  return filled(updatedAt) ?? ""
}
