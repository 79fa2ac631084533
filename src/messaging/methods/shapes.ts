/** Shapes that several requests share, with their limits. */
import * as z from "~src/schemas/zod"

import { bookFlags } from "~src/domain/book/filter"
import { CANDIDATE_OBJECTS, CHANNELS, DIRECTIONS, SOURCE_SYSTEMS, TRAIT_KEYS } from "~src/domain/facts"
import { FACT_NAMES } from "~src/domain/intake/read-fact"
import { type PageRef, standardObjects } from "~src/hosts/page-ref"

export const id = z.string(z.minLength(1), z.maxLength(200))
export const line = z.string(z.maxLength(500))
export const prose = z.string(z.maxLength(20_000))
export const day = z.string(z.regex(/^\d{4}-\d{2}-\d{2}$/))
export const instant = z.string(
  z.maxLength(40),
  z.refine((text) => Number.isFinite(Date.parse(text))),
)
export const maybe = z.exactOptional
export const nothing = z.object({})
export const service = z.enum(["vitally", "salesforce"])

export const traitKey = z.enum([...TRAIT_KEYS, "redAccount", "lighthouse"])
export const channel = z.enum(CHANNELS)
export const direction = z.enum(DIRECTIONS)

export const factName = z.enum(FACT_NAMES)
export const pick = z.object({
  system: z.enum(SOURCE_SYSTEMS),
  object: z.enum(CANDIDATE_OBJECTS),
  field: line,
  record: maybe(line),
})

export const host = z.string(z.maxLength(260))
export const pageRef: z.Type<PageRef> = z.discriminatedUnion("site", [
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
    object: z.union([z.enum(standardObjects), z.string(z.regex(/^\w{1,80}__c$/)) as z.Type<`${string}__c`>]),
    id18: z.string(z.regex(/^[A-Za-z0-9]{18}$/)),
  }),
])

const heading = maybe(line)
export const columns = z.object({
  account: heading,
  on: heading,
  dau: heading,
  wau: heading,
  mau: heading,
  seats: heading,
  mauOverSeats: heading,
  dauOverMau: heading,
  version: heading,
  versionsBehind: heading,
  searches: heading,
  codeNavigation: heading,
  batchChanges: heading,
  assistantUsers: heading,
  team: heading,
})
const amount = maybe(z.number(z.gte(0)))
export const usageRow = z.object({
  account: line,
  day: z.object({
    on: day,
    dau: amount,
    wau: amount,
    mau: amount,
    seats: amount,
    mauOverSeats: amount,
    dauOverMau: amount,
    version: maybe(line),
    versionsBehind: amount,
    searches: amount,
    codeNavigation: amount,
    batchChanges: amount,
    assistantUsers: amount,
    teams: maybe(z.record(line, z.number(z.gte(0)))),
  }),
})

export const ofAccount = z.object({ accountId: id })
export const ofAction = z.object({ accountId: id, actionId: id })
export const ofId = z.object({ id })
export const ofOwner = z.object({ ownerId: maybe(id) })
const some = z.array(line, z.maxLength(100))
export const bookQuery = {
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
export const anything = z.unknown()
