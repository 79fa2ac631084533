/**
 * What the worker accepts, method by method. One method without a schema, or a schema that allows what the contract
 * does not, and this file does not compile.
 */
import * as z from "~src/schemas/zod"

import { bookFlags } from "~src/domain/book/filter"
import { TRAIT_KEYS } from "~src/domain/facts"
import { notePurposes } from "~src/domain/week/note-purpose"
import { FACT_NAMES } from "~src/domain/intake/read-fact"

import type { MethodName, RequestOf } from "./contract"

type Schema<T> = z.Type<T>

const id = z.string(z.minLength(1), z.maxLength(200))
const line = z.string(z.maxLength(500))
const prose = z.string(z.maxLength(20_000))
const day = z.string(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const instant = z.string(
  z.maxLength(40),
  z.refine((text) => Number.isFinite(Date.parse(text))),
)
const maybe = z.exactOptional
const nothing = z.object({})
const service = z.enum(["vitally", "salesforce"])

const traitKey = z.enum([...TRAIT_KEYS, "redAccount", "lighthouse"])
const channel = z.enum([
  "email",
  "slack",
  "zoom",
  "meeting",
  "call",
  "in-person",
  "note",
  "ticket",
  "chat",
  "other",
])

const factName = z.enum(FACT_NAMES)
const pick = z.object({
  system: z.enum(["vitally", "salesforce", "manual", "derived", "file"]),
  object: z.enum(["account", "organization", "contract", "opportunity"]),
  field: line,
  record: maybe(line),
})

const host = z.string(z.maxLength(260))
const pageRef = z.discriminatedUnion("site", [
  z.object({
    site: z.literal("vitally"),
    host,
    key: line,
    subdomain: host,
    region: z.enum(["us", "eu"]),
    kind: z.enum(["account", "organization"]),
    id,
  }),
  z.object({
    site: z.literal("salesforce"),
    host,
    key: line,
    apiHost: host,
    object: z.enum(["Account", "Opportunity", "Contact", "Contract", "Case"]),
    id18: z.string(z.regex(/^[A-Za-z0-9]{18}$/)),
  }),
])

const heading = maybe(line)
const columns = z.object({
  account: heading,
  on: heading,
  dau: heading,
  wau: heading,
  mau: heading,
  seats: heading,
  mauOverSeats: heading,
  dauOverMau: heading,
})
const amount = maybe(z.number(z.gte(0)))
const usageRow = z.object({
  account: line,
  day: z.object({
    on: day,
    dau: amount,
    wau: amount,
    mau: amount,
    seats: amount,
    mauOverSeats: amount,
    dauOverMau: amount,
  }),
})

const ofAccount = z.object({ accountId: id })
const ofAction = z.object({ accountId: id, actionId: id })
const ofId = z.object({ id })
const ofOwner = z.object({ ownerId: maybe(id) })
const some = z.array(line, z.maxLength(100))
const bookQuery = {
  who: id,
  sort: id,
  filter: z.object({
    text: line,
    tier: some,
    stage: some,
    band: z.array(z.enum(["healthy", "concerning", "poor", "unknown"]), z.maxLength(4)),
    contact: z.array(z.enum(["ok", "due-soon", "overdue", "unknown", "exempt"]), z.maxLength(5)),
    renewal: z.array(z.enum(["ended", "formal", "early", "later", "none"]), z.maxLength(5)),
    quarter: some,
    owner: some,
    flag: z.array(z.enum(bookFlags), z.maxLength(20)),
  }),
}
/** Checked against the settings' own shape by the handler; the policy by its schema. */
const anything = z.unknown()

export const requests: { [M in MethodName]: Schema<RequestOf<M>> } = {
  "panel.claim": z.object({ token: line }),
  "panel.get": z.object({
    windowId: maybe(z.number()),
    accountId: maybe(id),
  }),
  "panel.pin": z.object({ accountId: z.nullable(id), windowId: maybe(z.number()) }),
  "panel.leave": z.object({
    accountId: id,
    tabId: maybe(z.number()),
    scroll: z.number(z.gte(0), z.lte(1_000_000)),
    open: z.array(id, z.maxLength(200)),
    typed: maybe(z.record(z.string(z.maxLength(300)), z.record(z.string(z.maxLength(120)), line))),
  }),
  "account.refresh": ofAccount,
  "account.brief": ofAccount,
  "usage.get": ofAccount,
  "task.complete": z.object({ accountId: id, taskId: id, source: service }),
  "task.reopen": z.object({ accountId: id, taskId: id }),
  "task.add": z.object({
    accountId: id,
    name: z.string(z.minLength(1), z.maxLength(500)),
    dueOn: maybe(day),
    steps: maybe(z.array(line, z.maxLength(50))),
    note: maybe(prose),
    actionId: maybe(id),
  }),
  "task.snooze": z.object({ accountId: id, taskId: id, until: z.nullable(day) }),
  "touch.log": z.object({
    accountId: id,
    channel,
    direction: z.enum(["inbound", "outbound", "both", "unknown"]),
    at: instant,
    note: maybe(prose),
    alsoSalesforce: maybe(z.boolean()),
  }),
  "note.add": z.object({
    accountId: id,
    subject: z.string(z.minLength(1), z.maxLength(200)),
    text: z.string(z.minLength(1), z.maxLength(20_000)),
    about: z.enum(notePurposes),
  }),
  "trait.set": z.object({ accountId: id, trait: traitKey, value: z.union([line, z.boolean()]) }),
  "project.start": z.object({
    accountId: id,
    templateId: maybe(id),
    templateName: maybe(line),
    actionId: maybe(id),
  }),
  "outbox.undo": ofId,
  "outbox.retry": ofId,
  "outbox.discard": ofId,
  "outbox.mend": z.object({
    id,
    subject: line,
    note: maybe(prose),
    fields: z.record(z.string(z.maxLength(120)), line),
  }),
  "outbox.decide": z.object({ id, arrived: z.boolean() }),
  "action.step": z.object({ accountId: id, actionId: id, stepId: id, done: z.boolean() }),
  "renewal.step": z.object({ accountId: id, on: day, stepId: id, done: z.boolean() }),
  "action.snooze": z.object({ accountId: id, actionId: id, until: z.nullable(day) }),
  "action.dismiss": z.object({ accountId: id, actionId: id, fingerprint: line, reason: line }),
  "evidence.correct": z.object({
    accountId: id,
    touchId: line,
    said: z.nullable(z.enum(["contact", "not-contact"])),
  }),
  "evidence.noAnswer": z.object({ accountId: id, touchId: line, needed: z.boolean() }),
  "action.restore": ofAction,
  "gate.command": z.discriminatedUnion("command", [
    z.object({ command: z.literal("collapse") }),
    z.object({ command: z.literal("side"), side: z.enum(["left", "right"]) }),
    z.object({ command: z.literal("resize"), width: z.number(z.gte(0), z.lte(10_000)) }),
  ]),
  "open.page": z.object({
    page: z.enum([
      "options",
      "book",
      "account",
      "vitally",
      "salesforce",
      "link",
      "coverage",
      "welcome",
      "app",
    ]),
    accountId: maybe(id),
    hash: maybe(z.string(z.maxLength(2_000))),
  }),
  "settings.get": nothing,
  "settings.set": z.object({ patch: z.record(z.string(), anything) }),
  "status.get": nothing,

  search: z.object({ text: line, limit: maybe(z.number(z.int(), z.gte(1), z.lte(200))) }),
  "link.set": z.object({ ref: pageRef, accountId: id }),
  "link.remove": z.object({ ref: pageRef }),
  "link.list": nothing,
  "popup.get": nothing,
  "popup.seen": nothing,
  "book.get": ofOwner,
  "book.page": z.object({
    ...bookQuery,
    group: maybe(z.enum(["owner", "tier", "quarter"])),
    offset: z.number(z.int(), z.gte(0), z.lte(10_000_000)),
    limit: z.number(z.int(), z.gte(0), z.lte(500)),
  }),
  "book.csv": z.object(bookQuery),
  "book.views": nothing,
  "book.saveViews": z.object({
    views: z.array(
      z.object({ name: z.string(z.minLength(1), z.maxLength(80)), query: z.string(z.maxLength(2_000)) }),
      z.maxLength(50),
    ),
  }),
  "usage.add": z.object({ importId: id, name: line, columns, rows: z.array(usageRow, z.maxLength(5_000)) }),
  "usage.imports": nothing,
  "usage.link": z.object({ account: line, accountId: id }),
  "usage.undo": z.object({ importId: id }),
  "week.renewals": z.object({ who: id, withGreen: maybe(z.boolean()) }),
  "week.closeMeeting": z.object({ who: id, undo: maybe(z.boolean()) }),
  "week.saveAsk": z.object({ accountId: id, text: z.string(z.maxLength(2_000)) }),
  "week.plan": z.object({ who: id }),
  "week.traits": z.object({ who: id }),
  "week.checkTraits": z.object({ accountId: id, checked: z.boolean() }),
  "coverage.plan": z.object({ ownerId: maybe(id), from: day, to: day }),
  "facts.check": ofOwner,
  "facts.choose": z.object({ accountId: id, fact: factName, pick: z.nullable(pick) }),
  "facts.seen": z.object({ accountId: id, key: line, print: z.nullable(prose) }),
  "summary.get": ofAccount,

  "evidence.list": nothing,
  "evidence.preview": z.object({
    match: z.enum(["sender", "domain", "subject"]),
    text: line,
    counts: z.boolean(),
  }),
  "consent.give": z.object({ version: z.number(z.int()) }),
  "consent.withdraw": z.object({ deleteData: z.boolean() }),
  "vitally.connect": z.object({ region: z.enum(["us", "eu"]), subdomain: host, apiKey: prose }),
  "vitally.disconnect": z.object({ deleteCache: z.boolean() }),
  "vitally.admins": nothing,
  "me.set": z.object({ adminId: id, role: maybe(line) }),
  "salesforce.signIn": z.object({ myDomain: host, clientId: line }),
  "salesforce.signOut": nothing,
  "gateway.signIn": z.object({
    url: host,
    issuer: line,
    clientId: line,
    region: z.enum(["us", "eu"]),
    subdomain: host,
  }),
  "gateway.signOut": nothing,
  "service.test": z.object({ service }),
  "connection.check": z.object({}),
  "missing.decide": z.object({ remove: z.boolean() }),
  "sync.now": z.object({ full: maybe(z.boolean()) }),
  "policy.get": nothing,
  "policy.set": z.object({ policy: anything }),
  "policy.import": z.object({ text: z.string(z.maxLength(2_000_000)) }),
  "policy.export": nothing,
  "policy.reset": z.object({ preset: id }),
  "policy.preview": z.object({ policy: anything, accountId: id }),
  "policy.counts": nothing,
  "traits.get": nothing,
  "traits.set": z.object({ fact: line, traitKey: z.nullable(line) }),
  "data.get": nothing,
  "data.export": nothing,
  "data.clear": z.object({ what: z.enum(["cache", "everything"]) }),
  "diagnostics.get": nothing,
  "workspace.check": z.object({ step: z.number() }),
}

export function isMethod(name: string): name is MethodName {
  return Object.hasOwn(requests, name)
}

/** The request as the contract has it, unknown keys left out; null where it is not one. */
export function parseRequest<M extends MethodName>(method: M, request: unknown): RequestOf<M> | null {
  const read = z.safeParse(requests[method], request)
  return read.success ? read.data : null
}
