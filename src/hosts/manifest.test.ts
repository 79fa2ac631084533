import { readFileSync } from "node:fs"
import ts from "typescript"
import { describe, expect, it } from "vitest"
import { extensionCsp, hostEntries, hostManifest } from "~src/hosts/manifest"

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")

/** The literal that Plasmo reads out of the gate without running it. */
function gateConfig(): Record<string, unknown> {
  const source = ts.createSourceFile("gate.ts", read("contents/gate.ts"), ts.ScriptTarget.Latest, true)
  const found: ts.ObjectLiteralExpression[] = []
  source.forEachChild((node) => {
    if (!ts.isVariableStatement(node)) return
    for (const { name, initializer } of node.declarationList.declarations) {
      if (name.getText() === "config" && initializer && ts.isObjectLiteralExpression(initializer))
        found.push(initializer)
    }
  })
  const text = found[0]!.getText().replace(/,(\s*[}\]])/g, "$1")
  return JSON.parse(text.replace(/^(\s*)(\w+):/gm, '$1"$2":')) as Record<string, unknown>
}

describe("the manifest", () => {
  const { manifest } = JSON.parse(read("package.json")) as { manifest: Record<string, unknown> }

  it("says of hosts what the table says (else: npx tsx scripts/manifest.ts)", () => {
    expect(manifest).toMatchObject(hostManifest())
  })

  it("runs the gate on the table's hosts only, in the top frame only", () => {
    const { matches, excludeMatches } = hostEntries()
    expect(gateConfig()).toEqual({
      matches,
      exclude_matches: excludeMatches,
      all_frames: false,
      run_at: "document_end",
    })
  })

  it("asks for no host that this version doesn't serve", () => {
    expect(JSON.stringify(manifest)).not.toMatch(/\.mil|\.cn\b|mcas/)
  })

  it("lets nothing inline, foreign or evaluated run", () => {
    const csp = extensionCsp()
    expect(csp).toContain("default-src 'none'")
    expect(csp).toContain("script-src 'self';")
    expect(csp).not.toMatch(/unsafe|http:|\s\*(?:\s|;|$)/)
  })
})
