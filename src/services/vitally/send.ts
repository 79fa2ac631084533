/**
 * Sends what the outbox holds for Vitally; payloads as in `outbox/payloads.ts`. Safe to repeat: tasks and notes are upserts on our own
 * `externalId`, the others set a state. Starting a project has no such key and is looked for first.
 */
import { type VitallyClient, VitallyError, vitallyFault } from "~src/api/vitally"
import { mergeTraitMaps } from "~src/domain/intake/guess-trait-map"
import type { Policy } from "~src/domain/policy"
import type { Fault } from "~src/messaging/contract"
import type { SendOutcome } from "~src/services/outbox/outcome"
import { payloadOf } from "~src/services/outbox/payloads"
import { ownTag } from "~src/services/sync/touches/note-touch"
import { timeOf } from "~src/schemas/vitally"
import type { LensDatabase } from "~src/storage/database"
import { getMeta } from "~src/storage/meta"
import type { OutboxRow } from "~src/storage/rows"

import { bullets, paragraphs } from "./html"
import { traitValue, writeKey } from "./writable-traits"

export interface SendDeps {
  client: VitallyClient
  db: LensDatabase
  policy: Policy
}

/** Our key of a write on the server. */
export const externalIdOf = (outboxId: string): string => `account-lens:${outboxId}`

/** Vitally's clock and ours may differ by this much when a started project is looked for. */
const clockDoubtMs = 10 * 60_000

/** `row.tries` above 0 means that an earlier try may have arrived. Never throws. */
export async function sendToVitally(deps: SendDeps, row: OutboxRow): Promise<SendOutcome> {
  try {
    return await send(deps, row)
  } catch (error) {
    return outcomeOf(error)
  }
}

async function send(deps: SendDeps, row: OutboxRow): Promise<SendOutcome> {
  const { client } = deps
  switch (row.kind) {
    case "task.complete": {
      const { taskId, completedAt, completedById } = payloadOf(row, row.kind)
      await client.updateTask(taskId, { completedAt, ...(completedById !== undefined && { completedById }) })
      return { state: "sent" }
    }
    case "task.reopen": {
      await client.updateTask(payloadOf(row, row.kind).taskId, { completedAt: null, completedById: null })
      return { state: "sent" }
    }
    case "task.add": {
      const { name, dueOn, steps = [], note = "", assignedToId } = payloadOf(row, row.kind)
      const description = `${paragraphs(note)}${bullets(steps)}`
      await client.createTask({
        externalId: externalIdOf(row.id),
        accountId: row.accountId,
        name,
        ...(description !== "" && { description }),
        ...(dueOn !== undefined && { dueDate: dueOn }),
        ...(assignedToId !== undefined && { assignedToId }),
      })
      return { state: "sent" }
    }
    case "touch.log": {
      const { channel, direction, at, subject, note, authorId } = payloadOf(row, row.kind)
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
      return { state: "sent" }
    }
    case "trait.set":
      return await setTrait(deps, row)
    case "project.start":
      return await startProject(deps, row)
  }
}

async function setTrait({ client, db, policy }: SendDeps, row: OutboxRow): Promise<SendOutcome> {
  const { trait, value } = payloadOf(row, "trait.set")
  const [guessed, byHand, catalogue] = await Promise.all([
    getMeta(db, "traitMap"),
    getMeta(db, "traitMapByHand"),
    getMeta(db, "catalogue"),
  ])
  const { mapping } = policy
  const key = writeKey(trait, mapping, mergeTraitMaps(guessed ?? {}, { ...mapping.traits, ...byHand }))
  if (key === undefined) return { state: "refused", fault: notMapped }
  const field = catalogue?.find((entry) => entry.key === key)
  await client.setTraits(row.accountId, { [key]: traitValue(value, field, mapping.sentimentWords) })
  return { state: "sent" }
}

/** After a try whose outcome is unknown the account's projects are looked through first. */
async function startProject({ client }: SendDeps, row: OutboxRow): Promise<SendOutcome> {
  const { templateId } = payloadOf(row, "project.start")
  if (row.tries > 0) {
    const { rows } = await client.projectsOf(row.accountId)
    const since = row.createdAt - clockDoubtMs
    const found = rows.some(
      (project) => project.templateId === templateId && (timeOf(project.createdAt) ?? 0) >= since,
    )
    if (found) return { state: "sent" }
  }
  try {
    await client.startProject({ templateId, accountId: row.accountId })
    return { state: "sent" }
  } catch (error) {
    if (!(error instanceof VitallyError) || !mayHaveArrived(error)) throw error
    return await decide(client, row, templateId, error)
  }
}

/** Looks at once: most often it can be told. What is not on the list yet may still be coming, so then the user is asked. */
async function decide(
  client: VitallyClient,
  row: OutboxRow,
  templateId: string,
  error: VitallyError,
): Promise<SendOutcome> {
  const since = row.createdAt - clockDoubtMs
  const rows = await client.projectsOf(row.accountId).then(
    (page) => page.rows,
    () => null,
  )
  if (rows?.some((project) => project.templateId === templateId && (timeOf(project.createdAt) ?? 0) >= since))
    return { state: "sent" }
  return {
    state: "undecided",
    fault: {
      ...vitallyFault(error),
      title: "It is not known whether Vitally started the project.",
      detail: "The connection broke before Vitally answered. Starting it again could make a second one.",
      next: "Look at the account in Vitally, then say here whether it is there.",
    },
  }
}

/** Only a definite answer says that nothing happened. */
function mayHaveArrived({ kind }: VitallyError): boolean {
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

const notMapped: Fault = {
  code: "refused",
  title: "This trait is not mapped to a field in Vitally.",
  detail: "Nothing was changed.",
  next: "Map it in the options under Fields, then try again.",
}
