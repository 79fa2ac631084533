/**
 * Asks for an account's lists until each has answered or can't: what a refusal names is left out and asked for again, and
 * what has answered is not asked for twice.
 */
import type { CompositePart, CompositeResult, SalesforceClient } from "./api/client"
import { isHiding, isPassing, SalesforceError } from "./api/errors"
import { readRefusal } from "./api/refusal"
import type { ListName, ListSpec } from "./account-lists"
import { type ListRows, rowsOf } from "./list-rows"
import { refusedKeys } from "./locate"
import { listText, missesSomething, obstacle, type Part, planParts } from "./plan"
import { describeParts, type OrgSchema, withDescribed, withRefused } from "./schema"

/** `hidden`: the object or field that is. Without rows and both: not described yet. */
export type ListAnswer = ListRows | { rows: null; error?: SalesforceError; hidden?: string }

export interface Asked {
  schema: OrgSchema
  lists: readonly ListSpec[]
  answers: ReadonlyMap<ListName, ListAnswer>
}

export interface AskDeps {
  client: Pick<SalesforceClient, "composite" | "upTo">
  now: () => number
  /** The lists to ask for, by what the schema holds. */
  listsIn: (schema: OrgSchema) => ListSpec[]
}

/** Each corrects one thing; an org that refuses more in one go is shown what has answered until then. */
const maxCalls = 12
/** A composite call takes at most five queries. */
const queriesPerCall = 5
/** The first page; Salesforce takes 200 to 2,000. */
const httpHeaders = { "Sforce-Query-Options": "batchSize=200" }

interface Trial {
  key: string
  /** Lists of the refused parts. */
  lists: ReadonlySet<ListName>
}

/** @throws SalesforceError where the account itself can't be asked for: signed out, the org's calls used up. */
export async function askLists(deps: AskDeps, known: OrgSchema, id18: string): Promise<Asked> {
  let schema = known
  let lists = deps.listsIn(schema)
  const answers = new Map<ListName, ListAnswer>()
  const askedAs = new Map<ListName, string | null>()
  const apart = new Set<ListName>()
  const repeated = new Set<string>()
  let trials: Trial[] = []

  const view = () =>
    withRefused(
      schema,
      trials.map(({ key }) => key),
      deps.now(),
    )
  const answerAll = (part: Part, answer: ListAnswer) => {
    for (const { name } of part.lists) answers.set(name, answer)
  }
  const splits = (part: Part): boolean => {
    if (part.lists.length < 2) return false
    for (const { name } of part.lists) apart.add(name)
    return true
  }

  for (let turn = 1; turn <= maxCalls; turn++) {
    const planned = view()
    const tried = new Set(trials.map(({ key }) => key))
    const open = lists.filter(({ name }) => !answers.has(name))
    const parts = planParts(planned, open, id18, apart).slice(0, queriesPerCall)
    if (parts.length === 0) break
    for (const { name } of parts.flatMap((part) => part.lists))
      askedAs.set(name, listText(planned, lists, name))
    const anew = lists
    const describes =
      turn === 1 ? describeParts(schema, (object) => missesSomething(schema, anew, object)) : []
    const results = await deps.client.composite([...parts.map(toCall), ...describes])
    const described = withDescribed(schema, results, deps.now())
    const isNews = described !== schema
    if (isNews) {
      // Describe knows better than the refusals of queries that were planned without it.
      schema = described
      trials = []
      lists = deps.listsIn(schema)
    }
    for (const part of parts) {
      const { rows, error } = await outcome(deps.client, part, results.get(part.referenceId))
      if (rows) {
        for (const [name, answer] of rows) answers.set(name, answer)
        const proved = trials.filter((trial) => part.lists.some(({ name }) => trial.lists.has(name)))
        if (proved.length > 0)
          schema = withRefused(
            schema,
            proved.map(({ key }) => key),
            deps.now(),
          )
        trials = trials.filter((trial) => !proved.includes(trial))
        // Asked for with what describe says by now, a refused part may work, and one that worked may tell more.
      } else if (!isHiding(error) || !isNews || !part.lists.some(isAskedOtherwise)) {
        refuse(part, error, planned, tried)
      }
    }
    if (isNews)
      for (const list of lists)
        if (answers.get(list.name)?.rows && isAskedOtherwise(list)) answers.delete(list.name)
  }
  for (const list of lists) {
    if (answers.has(list.name)) continue
    const stop = obstacle(schema, list)
    if (stop !== "not-wanted") answers.set(list.name, { rows: null, ...(typeof stop === "object" && stop) })
  }
  return { schema, lists, answers }

  function isAskedOtherwise({ name }: ListSpec): boolean {
    return askedAs.get(name) !== listText(schema, lists, name)
  }

  function refuse(part: Part, error: SalesforceError, planned: OrgSchema, tried: ReadonlySet<string>): void {
    const isAccount = part.lists.some(({ name }) => name === "account")
    if (isHiding(error)) {
      const refusal = readRefusal(error)
      const keys = refusal ? refusedKeys(refusal, part, planned) : []
      const fresh = keys.filter((key) => !tried.has(key))
      const names = new Set(part.lists.map(({ name }) => name))
      if (fresh.length > 0) trials = [...trials, ...fresh.map((key) => ({ key, lists: names }))]
      else if (!splits(part)) answerAll(part, { rows: null, error })
      return
    }
    if (isPassing(error) && !repeated.has(part.referenceId)) {
      repeated.add(part.referenceId)
      return
    }
    if (error.kind === "too-large" || error.kind === "refused" || error.kind === "malformed-query") {
      if (splits(part)) return
      answerAll(part, { rows: null, error })
      return
    }
    // The whole answer hangs on the account; other parts may fail alone.
    if (isAccount) throw error
    answerAll(part, { rows: null, error })
  }
}

const toCall = ({ referenceId, text }: Part): CompositePart => ({
  method: "GET",
  path: `query?q=${encodeURIComponent(text)}`,
  referenceId,
  httpHeaders,
})

type Outcome =
  { rows: Map<ListName, ListRows>; error?: undefined } | { rows?: undefined; error: SalesforceError }

async function outcome(
  client: AskDeps["client"],
  part: Part,
  result: CompositeResult | undefined,
): Promise<Outcome> {
  if (!result) return { error: new SalesforceError("malformed", 200, "", `no answer to ${part.referenceId}`) }
  if (result.error) return { error: result.error }
  try {
    return { rows: await rowsOf(client, part, result.body) }
  } catch (error) {
    if (error instanceof SalesforceError) return { error }
    throw error
  }
}
