/** Turns lists into queries by what the user may see: select, where and order hold nothing that describe does not list. */
import type { Condition, SoqlQuery } from "./api/soql"
import { soql } from "./api/soql"
import type { ListName, ListSpec } from "./account-lists"
import { type ObjectName, type OrgSchema, sees, seesObject } from "./schema"

/** One query of a call, with the lists that it asks for. */
export interface Part {
  referenceId: string
  lists: ListSpec[]
  text: string
}

/** The query of one list below its account; null where what it needs is hidden. */
function listQuery(schema: OrgSchema, list: ListSpec, extra: readonly Condition[]): SoqlQuery | null {
  const { object } = list
  const where = list.where.find((tests) => tests.every((test) => mayFilter(schema, list, test)))
  if (!where) return null
  const select = [...new Set(list.select)].filter((path) => sees(schema, object, path))
  const also = (list.also ?? []).filter((test) => mayFilter(schema, list, test))
  const tests = [...extra, ...where, ...also]
  const orderBy = list.orderBy.filter(({ field }) => sees(schema, object, field, "sort"))
  return {
    select: select.length > 0 ? select : ["Id"],
    from: list.relationship ?? object,
    ...(tests.length > 0 && { where: tests.length === 1 ? tests[0] : { all: tests } }),
    ...(orderBy.length > 0 && { orderBy }),
  }
}

function mayFilter(schema: OrgSchema, list: ListSpec, test: Condition): boolean {
  return fieldsIn(test).every((field) => sees(schema, list.object, field, "filter"))
}

/** Fields that a condition names. */
export function fieldsIn(test: Condition): string[] {
  if ("all" in test) return test.all.flatMap(fieldsIn)
  if ("any" in test) return test.any.flatMap(fieldsIn)
  return [test[0]]
}

/**
 * What keeps a list from being asked for: the object's name, or the first of the needed fields; null if nothing does.
 * An object that was not described yet is "unknown".
 */
export function obstacle(
  schema: OrgSchema,
  list: ListSpec,
): { hidden: string } | "unknown" | "not-wanted" | null {
  const { object, accountField, where } = list
  if (!schema.objects[object]) return "unknown"
  if (!seesObject(schema, object)) return { hidden: object }
  if (accountField !== "Id" && !sees(schema, object, accountField, "filter"))
    return { hidden: `${object}.${accountField}` }
  if (where.length === 0) return "not-wanted"
  if (where.some((tests) => tests.every((test) => mayFilter(schema, list, test)))) return null
  const needed = (where.at(-1) ?? []).flatMap(fieldsIn)
  const missing = needed.find((field) => !sees(schema, object, field, "filter"))
  return { hidden: missing === undefined ? object : `${object}.${missing}` }
}

/**
 * The queries for these lists.
 * @param id18 a checked 18-character account id
 * @param apart lists that are asked in a query of their own, so that a refusal of one leaves the others alone
 */
export function planParts(
  schema: OrgSchema,
  lists: readonly ListSpec[],
  id18: string,
  apart: ReadonlySet<ListName> = new Set(),
): Part[] {
  const asked = lists.filter((list) => obstacle(schema, list) === null)
  const together = new Map<string, ListSpec[]>()
  const canNest = seesObject(schema, "Account")
  for (const list of asked) {
    const isAlone = apart.has(list.name) || (list.relationship !== undefined && !canNest)
    const key = isAlone ? `${list.name}Alone` : list.part
    together.set(key, [...(together.get(key) ?? []), list])
  }
  return [...together].map(([referenceId, members]) => ({
    referenceId,
    lists: members,
    text: soql(
      referenceId.endsWith("Alone") ? aloneQuery(schema, members, id18) : partQuery(schema, members, id18),
    ),
  }))
}

/** A list by itself, by the field that leads to the account. */
function aloneQuery(schema: OrgSchema, [list]: ListSpec[], id18: string): SoqlQuery {
  if (!list) throw new RangeError("A query needs a list.")
  const query = listQuery(schema, list, [[list.accountField, "=", id18]])
  if (!query) throw new RangeError(`${list.name} can't be asked for.`)
  return { ...query, from: list.object }
}

/** Lists below one account, in one query; or the one list of a part that hangs under none. */
function partQuery(schema: OrgSchema, lists: ListSpec[], id18: string): SoqlQuery {
  const nested = lists.filter(({ relationship }) => relationship !== undefined)
  const [root] = lists.filter(({ relationship }) => relationship === undefined)
  if (nested.length === 0) return aloneQuery(schema, lists, id18)
  const own = root && listQuery(schema, root, [])
  return {
    select: [
      ...(own?.select ?? ["Id"]),
      ...nested.flatMap((list) => {
        const query = listQuery(schema, list, [])
        return query ? [query] : []
      }),
    ],
    from: "Account",
    where: ["Id", "=", id18],
  }
}

/** How a list is asked for: another text means another question. Null where it can't be, or there is no such list. */
export function listText(schema: OrgSchema, lists: readonly ListSpec[], name: ListName): string | null {
  const list = lists.find((one) => one.name === name)
  if (!list || obstacle(schema, list) !== null) return null
  return JSON.stringify(listQuery(schema, list, []))
}

/** Not every org has them. */
const optional: ReadonlySet<string> = new Set(["CurrencyIsoCode"])

/** Whether lists want something of an object that is not seen by now: access to it may have returned. */
export function missesSomething(schema: OrgSchema, lists: readonly ListSpec[], object: ObjectName): boolean {
  return lists.some((list) => {
    if (list.object !== object) return false
    const filters = [...list.where.flat(), ...(list.also ?? [])].flatMap(fieldsIn)
    const paths = [...list.select, ...filters, ...list.orderBy.map(({ field }) => field), list.accountField]
    return paths.some((path) => !optional.has(path) && !sees(schema, object, path))
  })
}
