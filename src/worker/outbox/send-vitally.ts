/**
 * Sends what the outbox holds for Vitally; payloads as in `outbox/payloads.ts`. Safe to repeat: tasks and notes are upserts on our own
 * `externalId`, the others set a state. Starting a project has no such key and is looked for first.
 */
import { isGone, isVitally, type VitallyClient, VitallyError, vitallyFault } from "../vitally/api"
import { mergeTraitMaps } from "~src/domain/intake/guess-trait-map"
import type { Policy } from "~src/domain/policy/policy"
import type { Fault } from "~src/messaging/contract"
import { externalIdOf } from "../writes/ids"
import type { SendOutcome } from "../writes/outcome"
import { isWrite, type Payloads } from "../writes/payloads"
import { rewriteSending } from "./rewrite"
import { noteTag } from "~src/domain/week/note-purpose"
import { ownTag } from "../evidence/note-touch"
import { filled, timeOf, type VitallyAccount, type VitallyProject, type VitallyTask } from "../vitally/rows"
import type { LensDatabase } from "../cache/database"
import { getMeta } from "../cache/meta"
import type { OutboxRow } from "../cache/rows"

import { bullets, paragraphs } from "../vitally/html"
import { traitValue, writeKey } from "../account-facts/writable-traits"

export interface SendDeps {
  client: VitallyClient
  db: LensDatabase
  policy: Policy
}

/** Vitally's clock and ours may differ by this much when a project is looked for that an earlier version started. */
const clockDoubtMs = 10 * 60_000

/** After so many tries that Vitally accepted without showing the write, the user is asked. */
const triesUnshown = 4

/** `mayHaveArrived`: an earlier attempt ended without an answer. Never throws. */
export async function sendToVitally(
  deps: SendDeps,
  row: OutboxRow,
  mayHaveArrived: boolean,
): Promise<SendOutcome> {
  try {
    if (isWrite(row, "project.start")) return await startProject(deps, row, mayHaveArrived)
    const write = await writeOf(deps, row)
    return write ? await sendSurely(write, row.tries) : { state: "refused", fault: notMapped }
  } catch (error) {
    return isVitally(error, "not-found") ? afterNotFound(deps.client, row, error) : outcomeOf(error)
  }
}

/** One write, and how it is seen that it arrived. */
interface Write {
  /** True where the answer is the record with what was written in it. */
  send: () => Promise<boolean>
  /** True where Vitally holds it. */
  look: () => Promise<boolean>
  /** The answer shows that Vitally has not done what it accepted. */
  refused?: () => boolean
}

/** Null for a trait without a field in Vitally. */
async function writeOf(deps: SendDeps, row: OutboxRow): Promise<Write | null> {
  const { client } = deps
  if (isWrite(row, "trait.set")) return traitWrite(deps, row)
  if (isWrite(row, "task.complete")) return completion(client, row)
  if (isWrite(row, "task.reopen")) return reopening(client, row)
  const externalId = externalIdOf(row.id)
  const isOurs = (one: { externalId?: string | null | undefined }) => one.externalId === externalId
  if (isWrite(row, "task.add")) {
    const { name, dueOn, steps = [], note = "", assignedToId } = row.payload
    const description = `${paragraphs(note)}${bullets(steps)}`
    return {
      send: async () => {
        const task = await client.createTask({
          externalId,
          accountId: row.accountId,
          name,
          ...(description !== "" && { description }),
          ...(dueOn !== undefined && { dueDate: dueOn }),
          ...(assignedToId !== undefined && { assignedToId }),
        })
        return isOurs(task)
      },
      look: async () => (await client.tasksOf(row.accountId)).rows.some(isOurs),
    }
  }
  const note = noteOf(row)
  if (!note) return null
  const { authorId } = note
  return {
    send: async () => {
      const answer = await client.createNote({ externalId, accountId: row.accountId, ...note })
      return isOurs(answer) && (authorId === undefined || answer.authorId === authorId)
    },
    look: async () => (await client.notesOf(row.accountId)).rows.some(isOurs),
  }
}

/** The note that a touch or a note becomes; null for what is neither. */
function noteOf(row: OutboxRow) {
  if (isWrite(row, "note.add")) {
    const { subject, text, about, at, authorId } = row.payload
    // Without the tag of a logged touch and without a category: no reader takes it for a contact.
    const tags = [noteTag, about]
    return {
      subject,
      note: paragraphs(text),
      noteDate: at,
      tags,
      ...(authorId !== undefined && { authorId }),
    }
  }
  if (!isWrite(row, "touch.log")) return null
  const { channel, direction, at, subject, note, authorId } = row.payload
  return {
    subject,
    note: paragraphs(note ?? "") || paragraphs(subject),
    noteDate: at,
    // By these the touch is read back with its channel; a note of ours has no other tags to keep.
    tags: [ownTag, channel, direction],
    ...(authorId !== undefined && { authorId }),
  }
}

type Row<K extends keyof Payloads> = OutboxRow & { kind: K; payload: Payloads[K] }

function completion(client: VitallyClient, { payload }: Row<"task.complete">): Write {
  const { taskId, completedAt, completedById } = payload
  const isDone = (task: VitallyTask) => filled(task.completedAt) !== undefined
  return {
    send: async () =>
      isDone(
        await client.updateTask(taskId, {
          completedAt,
          ...(completedById !== undefined && { completedById }),
        }),
      ),
    look: async () => isDone(await client.task(taskId)),
  }
}

/** No source tells whether Vitally reopens a task that is sent without its date (facts: section 8): its own answer does. */
function reopening(client: VitallyClient, { payload }: Row<"task.reopen">): Write {
  let stays = false
  const isOpen = (task: VitallyTask) => filled(task.completedAt) === undefined
  return {
    send: async () => {
      const task = await client.updateTask(payload.taskId, { completedAt: null, completedById: null })
      stays = !isOpen(task)
      return !stays
    },
    look: async () => isOpen(await client.task(payload.taskId)),
    refused: () => stays,
  }
}

async function traitWrite({ client, db, policy }: SendDeps, row: Row<"trait.set">): Promise<Write | null> {
  const { trait, value } = row.payload
  const [guessed, byHand, catalogue] = await Promise.all([
    getMeta(db, "traitMap"),
    getMeta(db, "traitMapByHand"),
    getMeta(db, "catalogue"),
  ])
  const { mapping } = policy
  const key = writeKey(trait, mapping, mergeTraitMaps(guessed ?? {}, { ...mapping.traits, ...byHand }))
  if (key === undefined) return null
  const field = catalogue?.find((entry) => entry.key === key)
  const wanted = traitValue(value, field, mapping)
  const isSet = ({ traits }: VitallyAccount) => inWords(traits?.[key]) === inWords(wanted)
  return {
    send: async () => isSet(await client.setTraits(row.accountId, { [key]: wanted })),
    look: async () => isSet(await client.account(row.accountId)),
  }
}

/** Vitally may give a choice back in another case, and a switch as text. */
const inWords = (value: unknown) =>
  JSON.stringify(value ?? null)
    .replaceAll('"', "")
    .trim()
    .toLowerCase()

/**
 * Sent means arrived: the answer shows what was written, or Vitally is seen to hold it. An answer that says neither is unknown: the
 * write is repeated, which is safe for all of these, and after some tries the user is asked.
 */
async function sendSurely({ send, look, refused }: Write, tries: number): Promise<SendOutcome> {
  try {
    if (await send()) return { state: "sent" }
  } catch (error) {
    if (!isVitally(error, "malformed")) throw error
  }
  if (refused?.()) return { state: "refused", fault: staysDone }
  if (await look().catch(() => false)) return { state: "sent" }
  return tries < triesUnshown
    ? { state: "retry", fault: unshown }
    : { state: "undecided", fault: unshownStill }
}

/**
 * Vitally says that it does not know the record. A task that is gone there is a definite no; a customer that is missing may come back,
 * and so may both where the answer is a proxy's.
 */
async function afterNotFound(client: VitallyClient, row: OutboxRow, error: unknown): Promise<SendOutcome> {
  const { taskId } = row.payload
  const ofTask = typeof taskId === "string" && isGone(error) && (await isMissing(client.task(taskId)))
  const ofCustomer = await isMissing(client.account(row.accountId))
  if (ofCustomer) return { state: "retry", fault: customerMissing }
  return ofTask ? outcomeOf(error) : { state: "retry", fault: vitallyFault(error) }
}

const isMissing = (look: Promise<unknown>): Promise<boolean> => look.then(() => false, isGone)

type Start = Row<"project.start">

/**
 * What the account has of the template before the first try is noted in the row; what it has more after one whose outcome is unknown is
 * ours. A project that a colleague starts between the two is taken for it, too: then there is one, as both wanted.
 */
async function startProject(
  { client, db }: SendDeps,
  row: Start,
  mayHaveArrived: boolean,
): Promise<SendOutcome> {
  const { accountId, payload, order } = row
  const there = await projectsOf(client, row).catch((error: unknown) => {
    // A key that may not look may still start one.
    if (!isVitally(error, "forbidden", "not-found", "refused")) throw error
    return null
  })
  // Nothing noted: nothing was sent. An earlier version noted neither this nor an order.
  const again = mayHaveArrived && (payload.known !== undefined || order === undefined)
  const known = again ? knownBefore(row, there) : idsOf(there)
  if (again) {
    if (!known || !there) return undecided
    if (anyBut(known, there)) return { state: "sent" }
  }
  const note = (next: Start["payload"]) =>
    rewriteSending(db, row.id, (stored) => ({ ...stored, payload: next }))
  await note({ ...payload, known })
  try {
    await client.startProject({ templateId: payload.templateId, accountId })
    return { state: "sent" }
  } catch (error) {
    if (!(error instanceof VitallyError)) throw error
    if (isUnknown(error)) return await decide(client, row, known, error)
    // A definite no leaves nothing to look for.
    await note(payload)
    throw error
  }
}

async function projectsOf(client: VitallyClient, { accountId, payload }: Start): Promise<VitallyProject[]> {
  const { rows } = await client.projectsOf(accountId)
  return rows.filter(({ templateId }) => templateId === payload.templateId)
}

const idsOf = (there: VitallyProject[] | null) => there?.map(({ id }) => id) ?? null

const anyBut = (known: string[], there: VitallyProject[]) => there.some(({ id }) => !known.includes(id))

/** A row of an earlier version is judged by the clocks. */
function knownBefore({ payload: { known }, createdAt }: Start, there: VitallyProject[] | null) {
  if (known !== undefined || !there) return known ?? null
  const until = createdAt - clockDoubtMs
  return idsOf(there.filter((project) => (timeOf(project.createdAt) ?? 0) < until))
}

/** Looks at once: most often it can be told. What is not on the list yet may still be coming, so then the user is asked. */
async function decide(
  client: VitallyClient,
  row: Start,
  known: string[] | null,
  error: VitallyError,
): Promise<SendOutcome> {
  try {
    return known && anyBut(known, await projectsOf(client, row)) ? { state: "sent" } : undecided
  } catch {
    // As after going offline: nothing can be looked up now. The next try looks before it starts anything.
    return { state: "retry", fault: vitallyFault(error) }
  }
}

const undecided: SendOutcome = {
  state: "undecided",
  fault: {
    code: "network",
    title: "It is not known whether Vitally started the project.",
    detail: "The connection broke before Vitally answered. Starting it again could make a second one.",
    next: "Look at the account in Vitally, then say here whether it is there.",
  },
}

/** Only a definite answer says that nothing happened. */
function isUnknown({ kind }: VitallyError): boolean {
  return kind === "network" || kind === "server" || kind === "malformed"
}

function outcomeOf(error: unknown): SendOutcome {
  const fault = vitallyFault(error)
  if (!(error instanceof VitallyError)) return { state: "retry", fault }
  const { kind, retryAfterMs } = error
  if (kind === "refused" || kind === "not-found") return { state: "refused", fault }
  // A key that expired or lost a right is mended elsewhere; the write waits for it.
  return { state: "retry", fault, ...(retryAfterMs !== undefined && { retryAfterMs }) }
}

const unshown: Fault = {
  code: "malformed",
  title: "Vitally's answer does not say whether this arrived.",
  detail: "It was looked for and is not there yet.",
  next: "It is kept and tried again by itself.",
}

const unshownStill: Fault = {
  code: "malformed",
  title: "Vitally accepts this and does not show it.",
  detail: "It was sent several times, and what Vitally holds is still another.",
  next: "Look at the customer in Vitally, then say here whether it is there.",
}

const customerMissing: Fault = {
  code: "not-found",
  title: "Vitally does not know this customer at the moment.",
  detail: "What you wrote is kept.",
  next: "It is sent by itself when the customer is back.",
}

const staysDone: Fault = {
  code: "refused",
  title: "Vitally did not reopen the task.",
  detail: "It accepted the request and still calls the task completed.",
  next: "Reopen it in Vitally, then discard this.",
}

const notMapped: Fault = {
  code: "refused",
  title: "This trait is not mapped to a field in Vitally.",
  detail: "Nothing was changed.",
  next: "Map it in the options under Fields, then try again.",
}
