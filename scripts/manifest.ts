/** `npx tsx scripts/manifest.ts`: writes the host parts of package.json's manifest block anew, from the table of hosts. */
import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"

import { format } from "prettier"

import { hostEntries, hostManifest } from "../src/hosts/manifest"
import { root } from "./run"

const file = path.join(root, "package.json")
const json = JSON.parse(readFileSync(file, "utf8")) as { manifest: object }
json.manifest = { ...json.manifest, ...hostManifest() }
writeFileSync(file, await format(JSON.stringify(json), { parser: "json-stringify" }))

const { matches, excludeMatches } = hostEntries()
console.log("package.json is up to date. The gate's own config (contents/gate.ts) must read:")
console.log(JSON.stringify({ matches, exclude_matches: excludeMatches }, null, 2))
