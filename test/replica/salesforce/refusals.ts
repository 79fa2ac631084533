/**
 * What an org refuses, in the words that public clients' issues and tests quote. One org's wording differs from the next:
 * the API version, the object and the place in the query decide.
 */
import { invalidField, malformedQuery, SalesforceError } from "./errors"

/** Which of the known wordings this org uses. */
export type Wording = "sobject" | "entity" | "terse" | "german"
/** `german` stands for every sentence that is not English: what is in quotes is the same in all. */
export const wordings: readonly Wording[] = ["sobject", "entity", "terse", "german"]

const advice = (kind: "field" | "relationship"): string =>
  `If you are attempting to use a custom ${kind}, be sure to append the '__${kind === "field" ? "c" : "r"}' after the ${kind === "field" ? "custom field" : "custom relationship"} name. Please reference your WSDL or the describe call for the appropriate names.`

/** The part of the query around the refused name, with a caret below it, as the API puts it before its sentence. */
function located(soql: string, name: string): string {
  const at = Math.max(0, soql.indexOf(name))
  const from = Math.max(0, at - 24)
  return `\n${soql.slice(from, at + name.length + 24)}\n${" ".repeat(at - from)}^\nERROR at Row:1:Column:${at + 1}\n`
}

/** A field that the user may not see or that does not exist. */
export function unknownField(wording: Wording, soql: string, path: string, object: string): SalesforceError {
  const name = wording === "terse" ? path : (path.split(".").at(-1) ?? path)
  if (wording === "terse") return invalidField(`No such column '${name}' on sobject of type ${object}`)
  if (wording === "german") return invalidField(`Entität „${object}“ hat keine Spalte „${name}“.`)
  const on = wording === "entity" ? `entity '${object}'` : `sobject of type ${object}`
  const where = wording === "entity" ? located(soql, path) : ""
  return invalidField(`${where}No such column '${name}' on ${on}. ${advice("field")}`)
}

/** A lookup in a field's path whose field is hidden. */
export function unknownRelationship(wording: Wording, soql: string, name: string): SalesforceError {
  if (wording === "german") return invalidField(`Beziehung „${name}“ im Feldpfad nicht verstanden.`)
  const where = wording === "entity" ? located(soql, `${name}.`) : ""
  const more = wording === "terse" ? "" : ` ${advice("relationship")}`
  return invalidField(`${where}Didn't understand relationship '${name}' in field path.${more}`)
}

/** A nested list whose object is hidden. */
export function unknownList(wording: Wording, soql: string, name: string): SalesforceError {
  if (wording === "german")
    return new SalesforceError(400, "INVALID_TYPE", `Beziehung „${name}“ im FROM-Teil nicht verstanden.`)
  const where = wording === "entity" ? located(soql, `FROM ${name}`) : ""
  const more = wording === "terse" ? "" : ` ${advice("relationship")}`
  return new SalesforceError(
    400,
    "INVALID_TYPE",
    `${where}Didn't understand relationship '${name}' in FROM part of query call.${more}`,
  )
}

/** A hidden object after FROM. */
export function unknownObject(wording: Wording, soql: string, name: string): SalesforceError {
  if (wording === "terse")
    return new SalesforceError(400, "INVALID_TYPE_FOR_OPERATION", `entity type ${name} cannot be queried`)
  if (wording === "german")
    return new SalesforceError(400, "INVALID_TYPE", `Der sObject-Typ „${name}“ wird nicht unterstützt.`)
  const where = wording === "entity" ? located(soql, `FROM ${name}`) : ""
  const more =
    wording === "entity"
      ? " If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names."
      : ""
  return new SalesforceError(400, "INVALID_TYPE", `${where}sObject type '${name}' is not supported.${more}`)
}

export const notFilterable = (name: string): SalesforceError =>
  invalidField(`field '${name}' can not be filtered in a query call`)
export const notSortable = (name: string): SalesforceError =>
  malformedQuery(`field '${name}' can not be sorted in a query call`)

/** A refusal on demand, with the org's own sentence. */
export interface Refusal {
  on: "query" | "describe" | "create" | "update"
  /** `Task`; in a query also as a nested list. */
  object: string
  status?: number
  errorCode: string
  message: string
  fields?: string[]
  /** How many times; default 1; null: until cleared. */
  times?: number | null
}

/** The refusals that wait for their request. */
export class Refusals {
  private queue: { refusal: Refusal; left: number }[] = []

  add(refusal: Refusal): void {
    this.queue.push({ refusal, left: refusal.times === null ? Infinity : (refusal.times ?? 1) })
  }

  clear(): void {
    this.queue = []
  }

  /** Throws the one that strikes this object, used up by one. */
  strike(on: Refusal["on"], object: string): void {
    const queued = this.queue.find(({ refusal }) => refusal.on === on && refusal.object === object)
    if (!queued) return
    queued.left--
    if (queued.left <= 0) this.queue = this.queue.filter((other) => other !== queued)
    const { status = 400, errorCode, message, fields } = queued.refusal
    throw new SalesforceError(status, errorCode, message, fields)
  }
}
