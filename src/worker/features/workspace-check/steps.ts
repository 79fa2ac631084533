/** What is asked, in order. Every step stands alone: the worker may die between any two. */
import type { Limiter } from "~src/worker/vitally/api"
import {
  accountShape,
  adminShape,
  bagsIn,
  conversationShape,
  customFieldShape,
  filled,
  meetingShape,
  messageShape,
  namedShape,
  noteShape,
  npsShape,
  organizationShape,
  projectShape,
  readHealthScores,
  type Shape,
  taskShape,
  userShape,
} from "~src/worker/vitally/rows"
import type { SyncDeps } from "~src/worker/account-facts/sync-deps"

import { bookRows } from "./book-rows"
import { type Probe, textOf } from "./probe"
import { sayLimits } from "./limit-rows"

export interface CheckDeps extends SyncDeps {
  limiter: Limiter
}

type Step = (probe: Probe, deps: CheckDeps) => Promise<void>
type Row = Record<string, unknown> & { id: string }

const few = { limit: 3 }
const nobody = "00000000-0000-4000-8000-000000000000"

const accounts: Step = async (probe, { db }) => {
  const [listed] = await probe.list("accounts", accountShape, { ...few, status: "activeOrChurned" })
  if (!listed) return
  const [account] = await probe.list("accounts/:id", accountShape, {}, `accounts/${listed.id}`)
  const roles = bagsIn(account?.keyRoles).length
  probe.say("Key roles", roles > 0 || null, `${roles} on one account.`)
  const externalId = filled(listed.externalId)
  if (externalId !== undefined)
    await probe.list("accounts/:externalId", accountShape, {}, `accounts/${encodeURIComponent(externalId)}`)
  // Found by its Salesforce id only where that is the external id: either answer is right.
  const matched = (await db.transaction("accounts").store.index("salesforceId").openCursor())?.value
  if (matched?.salesforceId === undefined) return
  const seen = await probe.ask(`accounts/${matched.salesforceId}`)
  const same = matched.externalId === matched.salesforceId ? "is" : "is not"
  probe.say(
    "accounts/:salesforceId",
    seen.status === 200 || null,
    `${seen.status || "No answer"}; it ${same} the external id.`,
  )
}

const organizations: Step = async (probe) => {
  const [first] = await probe.list("organizations", organizationShape, few)
  if (!first) return
  const path = `organizations/${first.id}`
  await probe.list("organizations/:id", organizationShape, {}, path)
  await probe.list("organizations/:id/accounts", accountShape, few, `${path}/accounts`)
}

const tasks: Step = async (probe) => {
  await probe.list("tasks", taskShape, few)
  await probe.list("tasks, archived", taskShape, { ...few, archived: true }, "tasks")
}

type Then<T> = (probe: Probe, row: T) => Promise<unknown>

/** A list under one account, and one of its rows by id where that is asked for too. */
function under<T extends Row>(what: string, shape: Shape<T>, then?: Then<T>): Step {
  return async (probe, deps) => {
    const id = await sampleAccount(deps)
    if (id === undefined) {
      probe.say(`accounts/:id/${what}`, null, "There is no account to ask for.")
      return
    }
    const [row] = await probe.list(`accounts/:id/${what}`, shape, few, `accounts/${id}/${what}`)
    if (row) await then?.(probe, row)
  }
}

/** One row by its own id. */
const single =
  <T extends Row>(what: string, shape: Shape<T>) =>
  async (probe: Probe, { id }: Row): Promise<T | undefined> =>
    (await probe.list(`${what}/:id`, shape, {}, `${what}/${id}`))[0]

const users = under("users", userShape, async (probe, { email }) => {
  const wanted = filled(email)
  if (wanted !== undefined) await probe.list("users/search", userShape, { email: wanted })
})

const conversations = under("conversations", conversationShape, async (probe, row) => {
  const whole = await single("conversations", conversationShape)(probe, row)
  const [message] = bagsIn(whole?.messages)
  if (typeof message?.id === "string")
    await probe.list("messages/:id", messageShape, {}, `messages/${message.id}`)
})

const healthScores: Step = async (probe, deps) => {
  const id = await sampleAccount(deps)
  if (id === undefined) return
  const body = await probe.body("accounts/:id/healthScores", `accounts/${id}/healthScores`)
  if (!body) return
  const parts = readHealthScores(body.value).length
  probe.say(
    "Health breakdown",
    parts > 0,
    parts > 0 ? `${parts} parts are readable.` : "None is readable: it stays hidden.",
  )
}

const admins: Step = async (probe) => {
  const listed = await probe.list("admins", adminShape)
  const email = filled(listed.find((admin) => filled(admin.email))?.email)
  if (email !== undefined) await probe.list("admins/search", adminShape, { email })
  else probe.say("admins/search", null, "No address to search for.")
}

const catalogues: Step = async (probe) => {
  for (const model of ["accounts", "organizations"])
    await probe.list(`customFields, ${model}`, customFieldShape, { model }, "customFields")
  for (const path of ["projectTemplates", "projectCategories", "taskCategories", "noteCategories"])
    await probe.list(path, namedShape, few)
}

const customObjects: Step = async (probe, deps) => {
  const [kind] = await probe.list("customObjects", namedShape, few)
  const customerId = await sampleAccount(deps)
  if (!kind || customerId === undefined) return
  const path = `customObjects/${kind.id}/instances`
  await probe.list("customObjects/:id/instances", namedShape, few, path)
  await probe.list("customObjects/:id/instances/search", namedShape, { customerId }, `${path}/search`)
}

/** How refusals look, and what all answers say of the limit. */
const refusals: Step = async (probe, { limiter }) => {
  const unknown = await probe.ask(`accounts/${nobody}`)
  probe.say("Unknown id", unknown.status === 404, textOf(unknown))
  const bad = await probe.ask("users/search")
  probe.say("Bad request", bad.status === 400, textOf(bad))
  sayLimits(probe, bad.status === 0 ? unknown : bad, await limiter.state())
}

export const steps: readonly Step[] = [
  accounts,
  organizations,
  tasks,
  users,
  under("tasks", taskShape, single("tasks", taskShape)),
  under("notes", noteShape, single("notes", noteShape)),
  conversations,
  under("meetings", meetingShape, single("meetings", meetingShape)),
  under("npsResponses", npsShape),
  under("projects", projectShape, single("projects", projectShape)),
  healthScores,
  admins,
  catalogues,
  customObjects,
  refusals,
  async (probe, deps) => {
    probe.rows.push(...(await bookRows(deps)))
  },
]

/** An account with something to show: one of which a touch is known, else any. */
async function sampleAccount({ db, client }: CheckDeps): Promise<string | undefined> {
  const touch = await db.transaction("touches").store.openCursor()
  const any = touch?.value.accountId ?? (await db.transaction("accounts").store.openCursor())?.value.id
  return any ?? (await client.accounts({ limit: 1 })).rows[0]?.id
}
