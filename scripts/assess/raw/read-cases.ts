/** Labelled or real answers of the services, as a file holds them: one case, or `{"cases": [...]}`. */
export type Row = Record<string, unknown>

/** One account with the rows its services give; every part may be missing. */
export interface RawCase {
  id: string
  now: string
  timeZone: string
  me: { vitallyId: string; email: string }
  vitally: Row
  salesforce: Row | undefined
  traitMap: Record<string, string>
  /** Label of the key role that means "mine"; empty: the CSM. */
  role: string
  page: { url: string; connectedTo?: string } | undefined
  /** What the user linked by hand: a Salesforce account id or a page's address. */
  byHand: unknown
  /** A preset's key or a policy's JSON; undefined: the default. */
  policy: unknown
}

export type ReadCase = { ok: true; given: RawCase } | { ok: false; id: string; error: string }

/** Reads a file's text. A case that can't be read is answered as such; the others stay. @throws SyntaxError where it is no JSON. */
export function readCases(text: string): ReadCase[] {
  const file: unknown = JSON.parse(text)
  const list = isRow(file) && Array.isArray(file.cases) ? (file.cases as unknown[]) : [file]
  return list.map((entry, index) => readCase(entry, `case ${String(index + 1)}`))
}

function readCase(entry: unknown, fallback: string): ReadCase {
  const id = isRow(entry) && typeof entry.id === "string" ? entry.id : fallback
  const bad = (error: string): ReadCase => ({ ok: false, id, error })
  if (!isRow(entry)) return bad("The case is no object.")
  const input = isRow(entry.input) ? entry.input : undefined
  const vitally = input?.vitally
  if (!isRow(vitally)) return bad("input.vitally is missing: a case needs the rows Vitally gives.")
  if (!isRow(vitally.account) || !hasText(vitally.account.id))
    return bad("input.vitally.account is missing or has no id.")
  const clock = isRow(entry.clock) ? entry.clock : {}
  if (!hasText(clock.now) || Number.isNaN(Date.parse(clock.now)))
    return bad("clock.now is no moment, such as 2026-11-30T15:00:00Z.")
  const timeZone = hasText(clock.timeZone) ? clock.timeZone : "UTC"
  if (!isTimeZone(timeZone)) return bad(`clock.timeZone “${timeZone}” is not known.`)
  const part = (name: string): unknown => input?.[name] ?? entry[name]
  const settings = part("settings")
  const me = isRow(entry.me) ? entry.me : {}
  const page = part("page")
  const link = part("link")
  const traitMap = part("traitMap")
  return {
    ok: true,
    given: {
      id,
      now: clock.now,
      timeZone,
      me: { vitallyId: hasText(me.vitallyId) ? me.vitallyId : "", email: hasText(me.email) ? me.email : "" },
      vitally: repeated(vitally) as Row,
      salesforce: isRow(input?.salesforce) ? (repeated(input.salesforce) as Row) : undefined,
      traitMap: isRow(traitMap) ? (traitMap as Record<string, string>) : {},
      role: isRow(settings) && hasText(settings.role) ? settings.role : "",
      page: isRow(page) && hasText(page.url) ? (page as unknown as RawCase["page"]) : undefined,
      byHand: isRow(link) ? link.byHand : undefined,
      policy: part("policy"),
    },
  }
}

/** Writes out `{"$repeat": n, ...}`: n copies of an array's element, `{i}` being 0001, 0002 and so on. */
function repeated(value: unknown): unknown {
  if (Array.isArray(value))
    return value.flatMap((entry: unknown): unknown[] => {
      if (!isRow(entry) || typeof entry.$repeat !== "number") return [repeated(entry)]
      const { $repeat, ...model } = entry
      return Array.from({ length: $repeat }, (_, index) =>
        repeated(numbered(model, String(index + 1).padStart(4, "0"))),
      )
    })
  if (!isRow(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, repeated(inner)]))
}

function numbered(value: unknown, number: string): unknown {
  if (typeof value === "string") return value.replaceAll("{i}", number)
  if (Array.isArray(value)) return value.map((entry) => numbered(entry, number))
  if (!isRow(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, numbered(inner, number)]))
}

export const isRow = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Objects of a list; none where it is no list. */
export const rowsIn = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRow) : [])

const hasText = (value: unknown): value is string => typeof value === "string" && value !== ""

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== ""
  } catch {
    return false
  }
}
