/** `--raw`: every case of a file, one JSON line each, in the file's order. */
import "fake-indexeddb/auto"

import { assessCase } from "./assess-case"
import { type ReadCase, readCases } from "./read-cases"

/** @param write takes one line at a time. @throws SyntaxError where the file is no JSON. */
export async function assessRaw(text: string, write: (line: string) => void): Promise<void> {
  for (const read of readCases(text)) write(JSON.stringify(await answer(read)))
}

/** A case that fails says so; the others go on. */
async function answer(read: ReadCase): Promise<object> {
  if (!read.ok) return { id: read.id, error: read.error }
  try {
    return await assessCase(read.given)
  } catch (error) {
    return { id: read.given.id, error: error instanceof Error ? error.message : String(error) }
  }
}
