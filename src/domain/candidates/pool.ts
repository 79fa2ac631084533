/** Gathers what every source says of a customer, before anything is chosen. */
import { readFact, type ReadContext, unreadText } from "../intake/read-fact"
import type { FactName } from "../policy/policy"
import type { Candidate } from "./candidate"

export interface Pool {
  byFact: Map<FactName, Candidate[]>
  /** What a field holds that can't be read as its fact. */
  unread: Partial<Record<FactName, string>>
}

export const emptyPool = (): Pool => ({ byFact: new Map(), unread: {} })

export function add({ byFact }: Pool, name: FactName, candidate: Candidate): void {
  const known = byFact.get(name)
  if (known) known.push(candidate)
  else byFact.set(name, [candidate])
}

/** A field's raw value: a candidate where it can be read as the fact, quoted where it can't, nothing where it is empty. */
export function addRaw(
  pool: Pool,
  name: FactName,
  raw: unknown,
  from: Omit<Candidate, "value">,
  context: ReadContext,
): void {
  const plain = typeof raw === "string" && context.plainText ? context.plainText(raw) : raw
  const value = readFact(name, plain, context)
  if (value !== undefined) {
    add(pool, name, { ...from, value })
    return
  }
  const text = unreadText(plain)
  if (text !== undefined) pool.unread[name] ??= text
}
