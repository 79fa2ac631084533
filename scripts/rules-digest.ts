/** A digest of the source of everything that derives a summary, for `codeVersion` (src/worker/account-facts/rules-version.ts). */
import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

const folders = ["src/domain", "src/worker/account-facts", "src/worker/evidence"]

/** Twelve hexadecimal digits; the same for the same files on any machine. */
export function rulesDigest(root: string): string {
  const hash = createHash("sha256")
  for (const folder of folders) {
    const files = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => /\.(?:ts|json)$/.test(file) && !/\.(?:test|fake)\.ts$/.test(file))
      .sort()
    for (const file of files) {
      const text = readFileSync(path.join(root, folder, file), "utf8").replaceAll("\r\n", "\n")
      hash.update(`${folder}/${file}\n${text}\n`)
    }
  }
  return hash.digest("hex").slice(0, 12)
}
