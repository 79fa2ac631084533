/** Every word that a reader sees comes from `src/ui/strings`: a second language must not meet a sentence in a component. */
import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

import ts from "typescript"
import { describe, expect, it } from "vitest"

const root = path.resolve(import.meta.dirname, "../../../src/ui")
/** Attributes whose text is shown or read out. */
const spoken = new Set(["aria-label", "title", "placeholder", "alt", "label", "text", "hint", "summary"])
/** Entities, addresses and the product's own name are the same in every language. */
const hasWords = (text: string) =>
  /\p{L}{2,}/u.test(text.replace(/&\w+;/g, "").replace("https://", "").replace("Account Lens", ""))

function components(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx") && !file.includes(".test.") && !file.includes("testing"))
    .map((file) => path.join(folder, file))
}

/** Text between tags, and in spoken attributes, that is written out in the component. */
function literalsOf(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node) && hasWords(node.text)) found.push(node.text.trim())
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText(file)) && node.initializer) {
      const { initializer } = node
      const text = ts.isStringLiteral(initializer)
        ? initializer.text
        : ts.isJsxExpression(initializer) &&
            initializer.expression &&
            ts.isStringLiteralLike(initializer.expression)
          ? initializer.expression.text
          : ""
      if (hasWords(text)) found.push(text)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

describe("words", () => {
  it("finds text between tags and in spoken attributes, and nothing else", () => {
    const source = `const a = <p title="Close it" className="wide">Hello {name}, {"x"}<b aria-label={"Go"} /></p>`
    expect(literalsOf("a.tsx", source)).toEqual(["Close it", "Hello", "Go"])
    expect(literalsOf("b.tsx", `const b = <p title={words.close}>{words.hello} · 5 %</p>`)).toEqual([])
  })

  it("stand in the strings, not in components", () => {
    const found = components(root).flatMap((file) =>
      literalsOf(file, readFileSync(file, "utf8")).map((text) => `${path.relative(root, file)}: ${text}`),
    )
    expect(found).toEqual([])
  })
})
