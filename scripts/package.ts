/** `npm run package`: a zip ready for the store, the same bytes for the same build, and the list of what is in it. */
import { createHash } from "node:crypto"
import { writeFileSync } from "node:fs"
import path from "node:path"

import { billOfMaterials, listed } from "./bill-of-materials"
import { pack } from "./pack"
import { root, run } from "./run"

const built = path.join(root, "build", "chrome-mv3-prod")
const build = await run("tsx", ["scripts/build.ts", ...process.argv.slice(2)], { echo: true })
if (build.status !== 0) process.exit(build.status)

// Before the zip: a licence that may not be shipped stops the release.
const bom = await billOfMaterials()
const { version } = bom.metadata.component

const zip = await pack(built, (name, contents) => {
  if (name !== "manifest.json") return contents
  const manifest = JSON.parse(contents.toString("utf8")) as Record<string, unknown>
  // The store refuses a manifest with a key of ours; until the draft's own key replaces it, the store's id differs.
  delete manifest.key
  return Buffer.from(JSON.stringify(manifest))
})
const file = path.join(root, "build", `account-lens-${version}.zip`)
const list = path.join(root, "build", "bom.json")
const sums = path.join(root, "build", "SHA256SUMS")
const bomText = `${JSON.stringify(bom, null, 2)}\n`
const sumOf = (contents: string | Buffer) => createHash("sha256").update(contents).digest("hex")
writeFileSync(file, zip)
writeFileSync(list, bomText)
writeFileSync(sums, `${sumOf(zip)}  ${path.basename(file)}\n${sumOf(bomText)}  ${path.basename(list)}\n`)

console.log(`What ships (${path.relative(root, list)}):`)
for (const line of listed(bom)) console.log(`  ${line}`)
console.log(`${path.relative(root, file)}  sha256 ${sumOf(zip)}`)
