/** Vitally's people as the judge takes them: on whose side somebody stands. */
import { domainsOf, whoWrote, type People } from "~src/domain/evidence/mail/who-wrote"
import type { Side } from "~src/domain/mail-thread"
import { fold } from "~src/domain/evidence/phrases/fold"
import { bagsIn, textIn } from "../vitally/rows"

export interface Ours {
  /** Ids of our admins. */
  admins: ReadonlyMap<string, unknown>
  domains: ReadonlySet<string>
  /** Ids and addresses of this customer's people, where they were read. */
  users?: ReadonlySet<string> | undefined
}

interface Person {
  name?: string | undefined
  email?: string | undefined
}

/** Everybody a conversation or a meeting names. */
export interface Cast {
  sideOf: (person: unknown) => Side
  personOf: (person: unknown) => Person
}

/** @param customers how many accounts it belongs to: only if there are several, somebody may be another's. */
export function castOf(row: { users?: unknown; admins?: unknown }, ours: Ours, customers: number): Cast {
  const users = byId(row.users)
  const admins = byId(row.admins)
  const people: People = {
    ourIds: new Set([...ours.admins.keys(), ...admins.keys()]),
    ourDomains: new Set([...ours.domains, ...domainsOf([...admins.values()].map(({ email }) => email))]),
    isOther: othersOf(ours, customers),
  }
  const personOf = (person: unknown): Person => {
    const id = idOf(person)
    const known = id === undefined ? undefined : (users.get(id) ?? admins.get(id))
    return {
      name: known?.name ?? textIn(person, "name"),
      email: known?.email ?? textIn(person, "email"),
    }
  }
  return {
    personOf,
    sideOf: (person) => {
      const id = idOf(person)
      return whoWrote(
        {
          id,
          email: personOf(person).email,
          type: textIn(person, "type"),
          isUser: id !== undefined && (users.has(id) || ours.users?.has(id) === true),
        },
        people,
      )
    },
  }
}

function othersOf({ users }: Ours, customers: number): People["isOther"] {
  if (customers < 2 || !users || users.size === 0) return undefined
  const domains = domainsOf([...users].filter((one) => one.includes("@")))
  return (id, email) =>
    !(id !== undefined && users.has(id)) &&
    !(
      email !== undefined &&
      (users.has(email.toLowerCase()) || domains.has(email.split("@")[1]?.toLowerCase() ?? ""))
    )
}

export const idOf = (person: unknown): string | undefined =>
  textIn(person, "vitallyUserId") ??
  textIn(person, "adminId") ??
  textIn(person, "userId") ??
  textIn(person, "id")

/** What a later touch is compared by: id, address and name. */
export function namesOf(person: unknown, { name, email }: Person): string[] {
  return [idOf(person), email?.toLowerCase(), name?.toLowerCase()].filter((one) => one !== undefined)
}

const namesShown = 2

/** As the source spells them; an address stands in for a name. */
export function shownNames(people: readonly Person[]): string[] {
  return [...new Set(people.flatMap(({ name, email }) => name ?? email ?? []))].slice(0, namesShown)
}

export const firstName = ({ name }: Person): string => fold(name ?? "").split(/[\s,]+/)[0] ?? ""

function byId(people: unknown): Map<string, Person> {
  const known = new Map<string, Person>()
  for (const person of bagsIn(people)) {
    const id = textIn(person, "id")
    if (id !== undefined) known.set(id, { name: textIn(person, "name"), email: textIn(person, "email") })
  }
  return known
}
