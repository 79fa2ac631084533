/** Fetching what hangs under one account. */
import { type CallOptions, type VitallyClient, VitallyError } from "~src/api/vitally"
import { filled, type VitallyConversation } from "~src/schemas/vitally"

/** Threads read with their messages, newest first: direction and person are only there. */
const threadsRead = { opened: 12, book: 6 }

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
  const only = <T>(wanted: boolean, work: () => Promise<T>): Promise<T | undefined> =>
    wanted ? unlessHidden(work()) : Promise.resolve(undefined)
  const [threads, meetings, notes, projects, users, tasks, nps, healthScores] = await Promise.all([
    unlessHidden(changedThreads(client, accountId, depth, known, call)),
    unlessHidden(client.meetingsOf(accountId, call)),
    unlessHidden(client.notesOf(accountId, call)),
    unlessHidden(client.projectsOf(accountId, call)),
    unlessHidden(client.usersOf(accountId, call)),
    only(opened, () => client.tasksOf(accountId, call)),
    only(opened, () => client.npsOf(accountId, call)),
    only(opened, () => client.healthScoresOf(accountId, call)),
  ])
  return { threads, meetings, notes, projects, users, tasks, nps, healthScores }
}

async function changedThreads(
  client: VitallyClient,
  accountId: string,
  depth: DetailDepth,
  known: KnownThreads,
  call: CallOptions,
): Promise<{ read: VitallyConversation[]; all: KnownThreads }> {
  const { rows } = await client.conversationsOf(accountId, call)
  const newest = [...rows].sort((a, b) => (stamp(a) < stamp(b) ? 1 : -1)).slice(0, threadsRead[depth])
  const all: KnownThreads = {}
  // Older threads stay known as they were read; those never read stay unknown.
  for (const { id } of rows) if (known[id] !== undefined) all[id] = known[id]
  const read: VitallyConversation[] = []
  await Promise.all(
    newest
      .filter((thread) => all[thread.id] !== stamp(thread) || stamp(thread) === "")
      .map(async (thread) => {
        const whole = await unlessHidden(client.conversation(thread.id, call))
        if (!whole) return
        read.push(whole)
        all[thread.id] = stamp(thread)
      }),
  )
  return { read, all }
}

function stamp({ updatedAt }: VitallyConversation): string {
  return filled(updatedAt) ?? ""
}

async function unlessHidden<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (
      error instanceof VitallyError &&
      ["forbidden", "not-found", "refused", "malformed"].includes(error.kind)
    )
      return undefined
    throw error
  }
}
