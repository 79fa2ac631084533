/** How the labelled cases say what an answer must hold: paths and operators (`format` in `accounts-dev.json`). */
import { isRow, type Row } from "~scripts/assess/raw/read-cases"

export type Operator =
  | { equals: unknown }
  | { oneOf: unknown[] }
  | { matches: string }
  | { includes: unknown }
  | { absent: unknown }

export interface LabelledCase {
  id: string
  area: string
  nearMiss: boolean
  doubt?: string
  why: string
  expect: Record<string, Operator | Operator[]>
}

/** A fact stands for its value. */
const bare = (value: unknown): unknown =>
  isRow(value) && "value" in value && "source" in value ? value.value : value

/** What the answer holds at a path such as `facts.tasks[k1].dueOn`. */
function at(view: unknown, route: string): unknown {
  let here = view
  for (const part of route.split(/\.(?![^[]*\])/)) {
    const [, name, keys] = /^([^[]*)(?:\[(.*)\])?$/.exec(part) ?? []
    here = bare(here)
    if (name) here = (here as Row | undefined | null)?.[name]
    if (keys !== undefined) {
      const list = (Array.isArray(here) ? here : []) as Row[]
      here = keys
        .split("|")
        .map((key) => list.find(({ id, key: own, name: title }) => [id, own, title].includes(key)))
        .find((found) => found !== undefined)
    }
    if (here === undefined || here === null) return undefined
  }
  return bare(here)
}

function same(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return (
      Array.isArray(value) &&
      value.length === wanted.length &&
      wanted.every((part, index) => same(value[index], part))
    )
  if (isRow(wanted))
    return isRow(value) && Object.entries(wanted).every(([key, part]) => same(bare(value[key]), part))
  return (value ?? null) === wanted
}

const textOf = (value: unknown): string =>
  value === undefined || value === null ? "" : typeof value === "string" ? value : JSON.stringify(value)

function holds(value: unknown, operator: Operator): boolean {
  if ("equals" in operator) return same(value, operator.equals)
  if ("oneOf" in operator) return operator.oneOf.some((wanted) => same(value, wanted))
  if ("matches" in operator) return new RegExp(operator.matches, "i").test(textOf(value))
  if ("includes" in operator) {
    const { includes } = operator
    if (!Array.isArray(value)) return typeof value === "string" && value.includes(String(includes))
    return value.some(
      (entry) =>
        same(entry, includes) ||
        (typeof entry === "string" && typeof includes === "string" && entry.includes(includes)),
    )
  }
  if (operator.absent !== true)
    return !(Array.isArray(value) && value.some((entry) => same(entry, operator.absent)))
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
}

/** The printed answer in the form that the cases' paths use. */
function viewOf(line: Row): Row {
  const touches = (line.touches ?? []) as { counts: boolean; on: string; verdict: string }[]
  const counted = touches.filter(({ counts }) => counts)
  const conflicts = Object.entries(
    (line.conflicts ?? {}) as Record<string, { values: { value: unknown }[]; text: string }>,
  ).map(([fact, { values, text }]) => [fact, [...values.map(({ value }) => value), text]])
  const notices = Object.entries((line.notices ?? {}) as Record<string, string[]>).map(([key, texts]) => [
    key,
    texts.join(" "),
  ])
  return {
    ...line,
    waiting: line.waiting ?? undefined,
    conflicts: Object.fromEntries(conflicts),
    notices: Object.fromEntries(notices),
    touches: {
      days: [...new Set(counted.map(({ on }) => on))].sort().reverse(),
      count: counted.length,
      automatic: touches.filter(({ verdict }) => ["machine", "calendar"].includes(verdict)).length,
    },
  }
}

/** What the answer gets wrong, in words; empty where it is right. */
export function wrongIn(line: Row, { expect }: Pick<LabelledCase, "expect">): string[] {
  if (line.error !== undefined) return [textOf(line.error)]
  const view = viewOf(line)
  return Object.entries(expect).flatMap(([route, given]) => {
    const operators: Operator[] = Array.isArray(given) ? given : [given]
    const values = route.split(/\|(?![^[]*\])/).map((path) => at(view, path))
    const isAbsence = !Array.isArray(given) && "absent" in given
    const fits = (value: unknown) => operators.every((operator) => holds(value, operator))
    if (isAbsence ? values.every(fits) : values.some(fits)) return []
    return [`${route} wants ${JSON.stringify(given)}, is ${textOf(values).slice(0, 160)}`]
  })
}
