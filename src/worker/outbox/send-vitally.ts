/**
 * Sends what the outbox holds for Vitally; payloads as in `outbox/payloads.ts`. Safe to repeat: tasks and notes are upserts on our own
 * `externalId`, the others set a state. Starting a project has no such key and is looked for first.
 */
import { type VitallyClient, VitallyError, vitallyFault } from "../vitally/api"
import { mergeTraitMaps } from "~src/domain/intake/guess-trait-map"
import type { Policy } from "~src/domain/policy/policy"
import type { Fault } from "~src/messaging/contract"
import { externalIdOf } from "../writes/ids"
import type { SendOutcome } from "../writes/outcome"
import { isWrite, type Payloads } from "../writes/payloads"
import { rewriteSending } from "./rewrite"
import { ownTag } from "../evidence/note-touch"
import { filled, timeOf, type VitallyProject } from "../vitally/rows"
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

/** `mayHaveArrived`: an earlier attempt ended without an answer. Never throws. */
export async function sendToVitally(
  deps: SendDeps,
  row: OutboxRow,
  mayHaveArrived: boolean,
): Promise<SendOutcome> {
  try {
    if (isWrite(row, "trait.set")) return await setTrait(deps, row)
    if (isWrite(row, "project.start")) return await startProject(deps, row, mayHaveArrived)
    if (isWrite(row, "task.reopen")) return await reopen(deps, row)
    await send(deps.client, row)
    return { state: "sent" }
  } catch (error) {
    return outcomeOf(error)
  }
}

async function send(client: VitallyClient, row: OutboxRow): Promise<void> {
  if (isWrite(row, "task.complete")) {
    const { taskId, completedAt, completedById } = row.payload
    await client.updateTask(taskId, { completedAt, ...(completedById !== undefined && { completedById }) })
  } else if (isWrite(row, "task.add")) {
    const { name, dueOn, steps = [], note = "", assignedToId } = row.payload
    const description = `${paragraphs(note)}${bullets(steps)}`
    await client.createTask({
      externalId: externalIdOf(row.id),
      accountId: row.accountId,
      name,
      ...(description !== "" && { description }),
      ...(dueOn !== undefined && { dueDate: dueOn }),
      ...(assignedToId !== undefined && { assignedToId }),
    })
  } else if (isWrite(row, "touch.log")) {
    const { channel, direction, at, subject, note, authorId } = row.payload
    await client.createNote({
      externalId: externalIdOf(row.id),
      accountId: row.accountId,
      subject,
      note: paragraphs(note ?? "") || paragraphs(subject),
      noteDate: at,
      // By these the touch is read back with its channel; a note of ours has no other tags to keep.
      tags: [ownTag, channel, direction],
      ...(authorId !== undefined && { authorId }),
    })
  }
}

type Write<K extends keyof Payloads> = OutboxRow & { kind: K; payload: Payloads[K] }

async function setTrait({ client, db, policy }: SendDeps, row: Write<"trait.set">): Promise<SendOutcome> {
  const { trait, value } = row.payload
  const [guessed, byHand, catalogue] = await Promise.all([
    getMeta(db, "traitMap"),
    getMeta(db, "traitMapByHand"),
    getMeta(db, "catalogue"),
  ])
  const { mapping } = policy
  const key = writeKey(trait, mapping, mergeTraitMaps(guessed ?? {}, { ...mapping.traits, ...byHand }))
  if (key === undefined) return { state: "refused", fault: notMapped }
  const field = catalogue?.find((entry) => entry.key === key)
  await client.setTraits(row.accountId, { [key]: traitValue(value, field, mapping) })
  return { state: "sent" }
}

/** No source tells whether Vitally reopens a task that is sent without its date (facts: section 8): its own answer does. */
async function reopen({ client }: SendDeps, row: Write<"task.reopen">): Promise<SendOutcome> {
  const task = await client.updateTask(row.payload.taskId, { completedAt: null, completedById: null })
  return filled(task?.completedAt) === undefined ? { state: "sent" } : { state: "refused", fault: staysDone }
}

type Start = Write<"project.start">

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
    if (outcomeOf(error).state !== "refused") throw error
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
  if (kind === "refused" || kind === "not-found" || kind === "forbidden") return { state: "refused", fault }
  // An expired key is mended in the options; the write waits for it.
  return { state: "retry", fault, ...(retryAfterMs !== undefined && { retryAfterMs }) }
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
