/**
 * What ships: every package that has code in the bundles, as a CycloneDX list. `npx tsx scripts/bill-of-materials.ts` prints
 * it; `npm run package` writes it beside the zip. Read off esbuild's module graph of the same entries, since the build tool
 * tells of none; the same tree gives the same bytes.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs"
import path from "node:path"
import { pathToFileURL } from "node:url"

import { build } from "esbuild"

import { root } from "./run"

/** Licences that may be shipped with a notice and no further duty. Another one needs a person's decision. */
const allowed = new Set(["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"])

export interface Component {
  type: "library"
  name: string
  version: string
  purl: string
  licenses: { license: { id: string } }[]
  hashes: { alg: "SHA-512"; content: string }[]
  properties: { name: string; value: string }[]
}

export interface Bom {
  bomFormat: "CycloneDX"
  specVersion: "1.6"
  version: 1
  metadata: { component: { type: "application"; name: string; version: string } }
  components: Component[]
}

/** The entries that Plasmo finds at the root, pages and scripts alike. */
function entries(): string[] {
  const found = ["background/index.ts", "contents/gate.ts"]
  for (const folder of ["popup", "options", "sidepanel"]) found.push(`${folder}/index.tsx`)
  for (const name of readdirSync(path.join(root, "tabs"))) found.push(`tabs/${name}`)
  return found.filter((entry) => existsSync(path.join(root, entry))).sort()
}

/** Bytes of each package over all bundles, by its folder in the tree. */
async function shipped(): Promise<Map<string, number>> {
  const bytes = new Map<string, number>()
  for (const entry of entries()) {
    const isPage = entry.endsWith(".tsx")
    // A page is mounted by the build tool's own few lines, with React's client.
    const contents = isPage
      ? `import Page from "./${entry}"; import { createRoot } from "react-dom/client"; createRoot(document.body).render(Page)`
      : `import "./${entry}"`
    const { metafile } = await build({
      absWorkingDir: root,
      stdin: { contents, resolveDir: root, loader: "ts" },
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
      format: "iife",
      jsx: "automatic",
      outdir: "build/bom",
      logLevel: "error",
      define: { "process.env.NODE_ENV": '"production"' },
    })
    for (const output of Object.values(metafile.outputs))
      for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
        const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]
        if (folder !== undefined && bytesInOutput > 0)
          bytes.set(folder, (bytes.get(folder) ?? 0) + bytesInOutput)
      }
  }
  // Its bootstrap of each page is in the bundles; how much, nobody tells.
  bytes.set("node_modules/plasmo", 0)
  return bytes
}

/** @throws Error where a package's licence is not one that may be shipped. */
export async function billOfMaterials(): Promise<Bom> {
  const own = readJson("package.json")
  const lock = readJson("package-lock.json").packages as Record<string, { integrity?: string } | undefined>
  const components = [...(await shipped())].map(([folder, bytes]): Component => {
    const { name, version, license } = readJson(path.join(folder, "package.json")) as Record<string, string>
    if (name === undefined || version === undefined) throw new Error(`${folder} has no name or version.`)
    if (license === undefined || !allowed.has(license))
      throw new Error(`${name} ${version} is under "${String(license)}", which is not on the list.`)
    const integrity = lock[folder]?.integrity
    return {
      type: "library",
      name,
      version,
      purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
      licenses: [{ license: { id: license } }],
      hashes: integrity?.startsWith("sha512-")
        ? [{ alg: "SHA-512", content: Buffer.from(integrity.slice(7), "base64").toString("hex") }]
        : [],
      properties: [{ name: "bytesInBundles", value: bytes === 0 ? "unknown" : String(bytes) }],
    }
  })
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", name: String(own.name), version: String(own.version) } },
    components: components.sort((one, other) => (one.purl < other.purl ? -1 : 1)),
  }
}

/** A line for each component, for people. */
export function listed({ components }: Bom): string[] {
  return components.map(
    ({ name, version, licenses, properties }) =>
      `${name} ${version}  ${licenses.map(({ license }) => license.id).join()}  ${properties[0]?.value ?? ""} bytes`,
  )
}

function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path.join(root, file), "utf8")) as Record<string, unknown>
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  console.log(listed(await billOfMaterials()).join("\n"))
