/** A file's rows, read by parts so that the page stays at hand: CSV as Looker schedules it, or JSON as its API answers. */
import Papa from "papaparse"

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
  await new Promise<void>((resolve, reject) => {
    Papa.parse<RawRow, File>(file, {
      header: true,
      skipEmptyLines: "greedy",
      chunkSize: partBytes,
      transformHeader: (heading) => heading.replace(/^\uFEFF/, "").trim(),
      chunk: ({ data }, parser) => {
        if (!onPart(data)) parser.abort()
      },
      complete: () => resolve(),
      error: (error) => reject(error),
    } as Papa.ParseLocalConfig<RawRow, File>)
  })
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
