import { hash } from "./random"

/** What an id of ours stands for; each has its own range of UUIDs. */
export const kinds = [
  "account",
  "organization",
  "user",
  "admin",
  "task",
  "note",
  "conversation",
  "message",
  "meeting",
  "nps",
  "project",
  "template",
  "category",
  "field",
  "segment",
  "keyRole",
  "object",
  "instance",
  "created",
] as const
export type Kind = (typeof kinds)[number]

const factor = 2654435761
const inverse = 244002641

/** A stable UUID that carries its kind, the number of its account and its own number there. */
export function uuid(kind: Kind, index: number, n = 0): string {
  const head = Math.imul(index + 1, factor) >>> 0
  const tail = hash(`${kind}/${index}/${n}`)
  const hex = (value: number, width: number): string => value.toString(16).padStart(width, "0").slice(-width)
  return `${hex(head, 8)}-${hex(kinds.indexOf(kind), 2)}${hex(tail >>> 24, 2)}-4${hex(n, 3)}-8${hex(tail, 3)}-${hex(hash(`${tail}/x`), 8)}${hex(tail >>> 8, 4)}`
}

/** Reads back what `uuid` put in; null for an id of another make. */
export function readUuid(id: string): { kind: Kind; index: number; n: number } | null {
  const match = /^([0-9a-f]{8})-([0-9a-f]{2})[0-9a-f]{2}-4([0-9a-f]{3})-8/i.exec(id)
  if (!match) return null
  const kind = kinds[parseInt(match[2]!, 16)]
  const index = (Math.imul(parseInt(match[1]!, 16), inverse) >>> 0) - 1
  const n = parseInt(match[3]!, 16)
  return kind && uuid(kind, index, n) === id.toLowerCase() ? { kind, index, n } : null
}

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
const check = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"

function toBase62(value: number, width: number): string {
  let text = ""
  for (let rest = value; text.length < width; rest = Math.floor(rest / 62))
    text = base62.charAt(rest % 62) + text
  return text
}

function fromBase62(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum * 62 + base62.indexOf(letter), 0)
}

/** Key prefixes of the objects that the replica keeps. */
export const prefixes = {
  Account: "001",
  Contact: "003",
  User: "005",
  Opportunity: "006",
  Contract: "800",
  Task: "00T",
  Event: "00U",
  Case: "500",
  Quote: "0Q0",
  Order: "801",
  Asset: "02i",
  Implementation__c: "a0B",
  TaskStatus: "0VM",
} as const
export type ObjectName = keyof typeof prefixes

/** 15 to 18 characters; an 18-character id is returned as it is. */
export function to18(id: string): string {
  if (id.length !== 15) return id
  let suffix = ""
  for (let group = 0; group < 3; group++) {
    let bits = 0
    for (let j = 0; j < 5; j++) if (/[A-Z]/.test(id.charAt(group * 5 + j))) bits |= 1 << j
    suffix += check.charAt(bits)
  }
  return id + suffix
}

/** An 18-character Salesforce id that carries the number of its account. */
export function salesforceId(object: ObjectName, index: number, n = 0): string {
  return to18(`${prefixes[object]}5fK${toBase62(index * 7 + 4099, 5)}${toBase62(n * 1009, 4)}`)
}

/** Reads back what `salesforceId` put in; null for an id of another make. */
export function readSalesforceId(id: string): { object: ObjectName; index: number; n: number } | null {
  const object = (Object.keys(prefixes) as ObjectName[]).find((name) => id.startsWith(prefixes[name]))
  if (!object || !/^.{3}5fK/.test(id) || (id.length !== 15 && to18(id.slice(0, 15)) !== id)) return null
  const index = (fromBase62(id.slice(6, 11)) - 4099) / 7
  const n = fromBase62(id.slice(11, 15)) / 1009
  return Number.isInteger(index) && Number.isInteger(n) && index >= 0 ? { object, index, n } : null
}
