/** Vitally's REST API, as far as Account Lens uses it (facts: section 3). Read-mostly: never a DELETE. */
import {
  accountShape,
  adminShape,
  bagsIn,
  conversationShape,
  customFieldShape,
  type HealthScorePart,
  meetingShape,
  namedShape,
  noteShape,
  npsShape,
  organizationShape,
  type Page,
  projectShape,
  readHealthScores,
  readRows,
  type Shape,
  taskShape,
  userShape,
  type VitallyProject,
} from "../rows"
import { cut, isUsual } from "../rows/cut"

import { VitallyError } from "./errors"
import {
  type CallOptions,
  createTransport,
  type Query,
  type Transport,
  type TransportOptions,
} from "./transport"

interface ListQuery {
  sortBy?: "createdAt" | "updatedAt"
  /** Cursor: `next` of the page before. */
  from?: string | null
  /** At most 100. */
  limit?: number
}

export type VitallyClient = ReturnType<typeof createVitallyClient>

/** More pages than this of one account's detail are not read: the newest come first. */
const detailPages = 20

/**
 * @param options `authorization` from `parseApiKey`; `limiter` shared by all clients of the workspace.
 * Every method fails with a `VitallyError` only (or the caller's own abort).
 */
export function createVitallyClient(options: TransportOptions) {
  return clientOver(createTransport(options))
}

function clientOver(transport: Transport) {
  async function page<T>(path: string, shape: Shape<T>, query: Query, call?: CallOptions): Promise<Page<T>> {
    const read = readRows(await transport.get(path, { limit: 100, ...query }, call), shape)
    // Several entries, and none of them a row: that is another thing than a list with a bad row.
    const isStrange = read.rows.length === 0 && read.setAside.length > 1
    if (read.malformed || isStrange) throw new VitallyError("malformed")
    return read
  }

  /** All pages of a short list, newest first; `next` where it goes on. A cursor that comes back a second time ends it. */
  async function all<T>(
    path: string,
    shape: Shape<T>,
    query: Query = {},
    call?: CallOptions,
    isOf: (row: T) => boolean = () => true,
  ): Promise<Page<T>> {
    const rows: T[] = []
    const setAside: Page<T>["setAside"] = []
    let cut = 0
    const seen = new Set<string>()
    let from: string | null = null
    for (let count = 0; count < detailPages; count += 1) {
      const read: Page<T> = await page(path, shape, { ...query, from }, call)
      for (const row of read.rows)
        if (isOf(row)) rows.push(row)
        else setAside.push(ofAnother)
      setAside.push(...read.setAside)
      cut += read.cut
      from = read.next
      if (from === null || seen.has(from)) break
      seen.add(from)
    }
    return { rows, setAside, cut, next: from, malformed: false }
  }

  /** A list of one customer. Rows that name another one belong to another answer. */
  const listOf = <T extends object>(id: string, what: string, shape: Shape<T>, call?: CallOptions) =>
    all(of("accounts", id, what), shape, {}, call, (row) => !namesAnother(row, id))

  /**
   * The record that was asked for. Nothing, a list, another record or anything else is no answer: only a refusal of the service's own
   * says that there is no such record (`isGone`).
   */
  async function one<T extends Named>(path: string, id: string, shape: Shape<T>, call?: CallOptions) {
    return recordIn(await transport.get(path, {}, call), shape, (row) => isNamed(row, id))
  }

  /**
   * What a write is answered with.
   * @throws VitallyError `malformed` if it is no record, or not the one that was written: nobody knows then whether the write arrived.
   */
  async function written<T extends Named>(
    method: "POST" | "PUT",
    path: string,
    body: object,
    { shape, isIt }: { shape: Shape<T>; isIt: (row: T) => boolean },
    call?: CallOptions,
  ): Promise<T> {
    return recordIn(await transport.write(method, path, body, call), shape, isIt)
  }

  const of = (parent: "accounts" | "organizations", id: string, what: string): string =>
    `${parent}/${part(id)}/${what}`

  return {
    /** Vitally's time, epoch milliseconds; infinite until it has answered with one. */
    now: () => transport.now(),
    /** `activeOrChurned` also lists churned accounts, which Vitally leaves out by default. */
    accounts: (
      query: ListQuery & { status?: "active" | "churned" | "activeOrChurned" },
      call?: CallOptions,
    ) => page("accounts", accountShape, { ...query }, call),
    /** By Vitally id or externalId. */
    account: (id: string, call?: CallOptions) => one(`accounts/${part(id)}`, id, accountShape, call),
    accountsOf: (organizationId: string, call?: CallOptions) =>
      all(of("organizations", organizationId, "accounts"), accountShape, {}, call),
    organizations: (query: ListQuery, call?: CallOptions) =>
      page("organizations", organizationShape, { ...query }, call),
    organization: (id: string, call?: CallOptions) =>
      one(`organizations/${part(id)}`, id, organizationShape, call),
    tasks: (query: ListQuery & { archived?: boolean }, call?: CallOptions) =>
      page("tasks", taskShape, { ...query }, call),
    task: (id: string, call?: CallOptions) => one(`tasks/${part(id)}`, id, taskShape, call),
    tasksOf: (accountId: string, call?: CallOptions) => listOf(accountId, "tasks", taskShape, call),
    usersOf: (accountId: string, call?: CallOptions) => listOf(accountId, "users", userShape, call),
    notesOf: (accountId: string, call?: CallOptions) => listOf(accountId, "notes", noteShape, call),
    conversationsOf: (accountId: string, call?: CallOptions) =>
      listOf(accountId, "conversations", conversationShape, call),
    /** With its messages. */
    conversation: (id: string, call?: CallOptions) =>
      one(`conversations/${part(id)}`, id, conversationShape, call),
    meetingsOf: (accountId: string, call?: CallOptions) => listOf(accountId, "meetings", meetingShape, call),
    npsOf: (accountId: string, call?: CallOptions) => listOf(accountId, "npsResponses", npsShape, call),
    projectsOf: (accountId: string, call?: CallOptions) => listOf(accountId, "projects", projectShape, call),
    /** Empty where the body says nothing readable. */
    healthScoresOf: async (accountId: string, call?: CallOptions): Promise<HealthScorePart[]> =>
      readHealthScores(await transport.get(of("accounts", accountId, "healthScores"), {}, call)),
    admins: (call?: CallOptions) => all("admins", adminShape, {}, call),
    customFields: (model: string, call?: CallOptions) =>
      all("customFields", customFieldShape, { model }, call),
    projectTemplates: (call?: CallOptions) => all("projectTemplates", namedShape, {}, call),
    projectCategories: (call?: CallOptions) => all("projectCategories", namedShape, {}, call),
    taskCategories: (call?: CallOptions) => all("taskCategories", namedShape, {}, call),
    noteCategories: (call?: CallOptions) => all("noteCategories", namedShape, {}, call),
    customObjects: (call?: CallOptions) => all("customObjects", namedShape, {}, call),
    customObjectInstances: (objectId: string, customerId: string, call?: CallOptions) =>
      page(
        `customObjects/${part(objectId)}/instances/search`,
        namedShape,
        { customerId, limit: undefined },
        call,
      ),
    /** Any path, the answer as it came: for the workspace check only. */
    look: (path: string, query?: Query, call?: CallOptions) => transport.look(path, query, call),

    /* Writes. Partial bodies; omitted keys stay as they are. */
    updateTask: (id: string, body: object, call?: CallOptions) =>
      written("PUT", `tasks/${part(id)}`, body, { shape: taskShape, isIt: hasId(id) }, call),
    /** An upsert on `externalId`. */
    createTask: (body: Keyed, call?: CallOptions) =>
      written("POST", "tasks", body, { shape: taskShape, isIt: hasKey(body) }, call),
    /** An upsert on `externalId`. */
    createNote: (body: Keyed, call?: CallOptions) =>
      written("POST", "notes", body, { shape: noteShape, isIt: hasKey(body) }, call),
    setTraits: (accountId: string, traits: Record<string, unknown>, call?: CallOptions) =>
      written(
        "PUT",
        `accounts/${part(accountId)}`,
        { traits },
        { shape: accountShape, isIt: hasId(accountId) },
        call,
      ),
    /** Not safe to repeat: there is no idempotency key. */
    startProject: (body: { templateId: string; accountId: string }, call?: CallOptions) =>
      written("POST", "projects", body, { shape: projectShape, isIt: isProjectOf(body) }, call),
  }
}

const ofAnother = { reason: "of another customer" }

/** Whether a row says whose it is, and names somebody else. */
function namesAnother(row: object, id: string): boolean {
  const { accountId, accounts } = row as { accountId?: unknown; accounts?: unknown }
  if (typeof accountId === "string" && accountId !== "") return accountId !== id
  const named = bagsIn(accounts)
  return named.length > 0 && !named.some((account) => account.id === id)
}

interface Named {
  id: string
  externalId?: string | null | undefined
}

/** A record that we name ourselves. */
interface Keyed {
  externalId: string
  [field: string]: unknown
}

const hasId = (id: string) => (row: Named) => row.id === id

const hasKey =
  ({ externalId }: Keyed) =>
  (row: Named) =>
    row.externalId === externalId

const isProjectOf =
  (asked: { templateId: string; accountId: string }) =>
  ({ templateId, accountId }: VitallyProject) =>
    templateId === asked.templateId && accountId === asked.accountId

/** By its own id or by the one it has elsewhere, which for a Salesforce record is 15 or 18 characters long. */
function isNamed({ id, externalId }: Named, asked: string): boolean {
  if (id === asked || externalId === asked) return true
  const isSalesforce = /^[a-z0-9]{15}(?:[a-z0-9]{3})?$/i.test(asked)
  return (
    isSalesforce && externalId?.length !== asked.length && externalId?.slice(0, 15) === asked.slice(0, 15)
  )
}

/** @throws VitallyError `malformed` where the body is no such record. */
function recordIn<T>(body: unknown, shape: Shape<T>, isIt: (row: T) => boolean): T {
  const read = shape.safeParse(isUsual(body) ? body : cut(body))
  if (!read.success || !isIt(read.data)) throw new VitallyError("malformed")
  return read.data
}

/** An id as one path segment. `.` and `..` would climb. */
function part(id: string): string {
  return encodeURIComponent(id).replace(/^\.+$/, (dots) => "%2E".repeat(dots.length))
}
