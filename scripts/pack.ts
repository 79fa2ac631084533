/** A zip whose bytes depend on the files' names and contents alone: not on their times, rights, order or time zone. */
import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { buffer } from "node:stream/consumers"

import yazl from "yazl"

/** Everything in the folder; `change` may give other contents for a file. Deflated by Node's own zlib. */
export async function pack(
  folder: string,
  change: (name: string, contents: Buffer) => Buffer = (_name, contents) => contents,
): Promise<Buffer> {
  // The time is written as a local one: midnight of that day reads the same in every time zone.
  const same = { mtime: new Date(2020, 0, 1), mode: 0o100644, forceDosTimestamp: true }
  const zip = new yazl.ZipFile()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
  for (const file of files.sort()) {
    const name = file.replaceAll(path.sep, "/")
    zip.addBuffer(change(name, readFileSync(path.join(folder, file))), name, same)
  }
  zip.end()
  return buffer(zip.outputStream)
}
