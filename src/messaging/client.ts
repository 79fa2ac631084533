/** How pages ask the worker. The page bundle holds no schema: replies come from our own worker. */
import { alive, onWorkerMessage, sendToWorker } from "~src/platform/page-runtime"

import type { Broadcast, Fault, MethodName, Reply, ReplyOf, RequestOf, SlowMethod } from "./contract"
import type { Envelope } from "./envelope"

/** False after an update of the extension: this page then belongs to a version that is gone. */
export { alive } from "~src/platform/page-runtime"

/** A refusal of the worker, or no worker at all; `fault` is ready to show. */
export class WorkerFault extends Error {
  constructor(readonly fault: Fault) {
    super(fault.title)
    this.name = "WorkerFault"
  }
}

const updated: Fault = {
  code: "stale-page",
  title: "Account Lens was updated.",
  detail: "This page belongs to the version before and can no longer ask for data.",
  next: "Reload the page.",
}

const silent: Fault = {
  code: "internal",
  title: "Account Lens did not answer.",
  detail: "Its background worker stopped or stayed silent, three times. Nothing that was saved is lost.",
  next: "Try again. If it stays like this, switch the extension off and on.",
}

/** These wait for a service or for the user, or go through all that is stored: their answer may take minutes. */
const lengthy: Record<SlowMethod, true> = {
  "vitally.connect": true,
  "salesforce.signIn": true,
  "salesforce.signOut": true,
  "gateway.signIn": true,
  "gateway.signOut": true,
  "looker.signIn": true,
  "looker.signOut": true,
  "usage.add": true,
  "usage.undo": true,
  "service.test": true,
  "workspace.check": true,
  "policy.counts": true,
  "traits.get": true,
  "data.export": true,
  "data.clear": true,
}

/** How often a request is sent before it counts as not answered. */
const tries = 3
/** Until a request is sent again; each next one is waited for that much longer. A worker starts in a fifth of a second. */
const patienceMs = 5_000

/**
 * Sends one request and waits for the answer. A request whose worker died, or that got no answer within seconds, is sent
 * again under the same id: a worker that still has it in hand does not begin anew.
 * @throws WorkerFault with the worker's own words, or "was updated" where the extension has been reloaded, or "did not
 * answer" after half a minute of silence, except for what takes long.
 */
export function ask<M extends MethodName>(method: M, request: RequestOf<M>): Promise<ReplyOf<M>> {
  return (takeAhead(method, request) as Promise<ReplyOf<M>> | undefined) ?? send(method, request)
}

async function send<M extends MethodName>(method: M, request: RequestOf<M>): Promise<ReplyOf<M>> {
  const envelope: Envelope = { m: method, p: request, rid: crypto.randomUUID() }
  const reply = await insist(envelope, !Object.hasOwn(lengthy, method))
  if (reply === undefined) throw new WorkerFault(alive() ? silent : updated)
  if (!reply.ok) throw new WorkerFault(reply.fault)
  return reply.value as ReplyOf<M>
}

const never = new Promise<never>(() => undefined)
const after = (ms: number) => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms))

/**
 * The first answer to any sending; undefined if none came. A message to a worker that dies in that moment can get lost:
 * Chrome then tells of no answer and of no error.
 */
async function insist(envelope: Envelope, hurried: boolean): Promise<Reply<unknown> | undefined> {
  const answers: Promise<Reply<unknown>>[] = []
  for (let sent = 1; sent <= tries; sent += 1) {
    const sending = attempt(envelope)
    answers.push(sending.then((reply) => reply ?? never))
    const patience = hurried ? after(sent * patienceMs) : never
    const reply = await Promise.race([sending, patience, ...answers])
    if (reply) return reply
  }
  return undefined
}

interface Ahead {
  answer: Promise<unknown>
  stop: () => void
}

/** Answers asked for ahead, by question; each is used once. */
const ahead = new Map<string, Ahead>()
const questionOf = (method: MethodName, request: unknown) => JSON.stringify([method, request])

/**
 * Asks at once what the page will ask when it is drawn: the worker answers while the page's scripts still start. News
 * in between make the answer an old one; then the page's own question goes out as ever.
 */
export function askAhead<M extends MethodName>(method: M, request: RequestOf<M>): void {
  const question = questionOf(method, request)
  const answer = send(method, request)
  answer.catch(() => undefined)
  ahead.set(question, { answer, stop: onWorkerMessage(() => void takeAhead(method, request)) })
}

function takeAhead(method: MethodName, request: unknown): Promise<unknown> | undefined {
  const question = questionOf(method, request)
  const known = ahead.get(question)
  ahead.delete(question)
  known?.stop()
  return known?.answer
}

/** Undefined if no answer came: a worker killed while answering closes the channel. */
async function attempt(envelope: Envelope): Promise<Reply<unknown> | undefined> {
  if (!alive()) return undefined
  try {
    return (await sendToWorker(envelope)) as Reply<unknown> | undefined
  } catch {
    return undefined
  }
}

const listeners = new Set<(topics: string[]) => void>()

/** Calls back with the topics that changed; returns the way to stop. */
export function onBroadcast(listen: (topics: string[]) => void): () => void {
  const stop = onWorkerMessage((message) => {
    if (isBroadcast(message)) listen(message.topics)
  })
  listeners.add(listen)
  return () => {
    stop()
    listeners.delete(listen)
  }
}

/** Says within this page what the worker need not be woken for. */
export function announce(...topics: string[]): void {
  for (const listen of listeners) listen(topics)
}

function isBroadcast(message: unknown): message is Broadcast {
  return typeof message === "object" && message !== null && "topics" in message
}
