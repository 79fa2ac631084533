/** A file's rows, read by parts so that the page stays at hand: CSV as Looker schedules it, or JSON as its API answers. */
import { csvReader, separatorOf } from "./csv"

export type RawRow = Record<string, unknown>

export interface FileHead {
  headings: string[]
  rows: RawRow[]
}

/** Nothing to be read, said in words. */
export class FileFault extends Error {}

const partBytes = 256 * 1024
const mostBytes = 200 * 1024 * 1024

export function readHead(file: File): Promise<FileHead> {
  return new Promise((resolve, reject) => {
    const rows: RawRow[] = []
    const done = () => {
      const headings = Object.keys(rows[0] ?? {})
      if (headings.length < 2) reject(new FileFault("few"))
      else resolve({ headings, rows })
    }
    readRows(file, (part) => {
      rows.push(...part.slice(0, 5 - rows.length))
      return rows.length < 5
    }).then(done, reject)
  })
}

/**
 * @param onPart given some rows at a time; false ends it.
 * @throws FileFault with `large`, `few` or `json`.
 */
export async function readRows(file: File, onPart: (rows: RawRow[]) => boolean): Promise<void> {
  if (file.size > mostBytes) throw new FileFault("large")
  if (/\.json$/i.test(file.name)) {
    onPart(rowsOfJson(await file.text()))
    return
  }
  let headings: string[] | null = null
  const named = (rows: string[][]): RawRow[] => {
    const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ""))
    headings ??= (filled.shift() ?? []).map((cell) => cell.trim())
    const names = headings
    return filled.map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""])))
  }
  const decoder = new TextDecoder()
  let reader: ReturnType<typeof csvReader> | null = null
  for (let at = 0; at < file.size; at += partBytes) {
    const bytes = await file.slice(at, at + partBytes).arrayBuffer()
    const text = decoder.decode(bytes, { stream: true })
    reader ??= csvReader(separatorOf(text.split(/[\r\n]/, 1)[0] ?? ""))
    const rows = named(reader.feed(text))
    if (rows.length > 0 && !onPart(rows)) return
  }
  onPart(named(reader?.end() ?? []))
}

function rowsOfJson(text: string): RawRow[] {
  try {
    const body: unknown = JSON.parse(text)
    if (!Array.isArray(body)) throw new FileFault("json")
    return body.filter((row): row is RawRow => typeof row === "object" && row !== null)
  } catch {
    throw new FileFault("json")
  }
}
