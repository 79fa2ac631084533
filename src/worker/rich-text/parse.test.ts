import fc from "fast-check"
import { parseDocument } from "htmlparser2"
import { describe, expect, it } from "vitest"

import type { RichNode } from "~src/messaging/views/rich-text"

import { parseRichText } from "./parse"

describe("parseRichText", () => {
  it("keeps the allow-list and drops the rest but its text", () => {
    expect(parseRichText("<p>Call <b>Ada</b><span> now</span></p><ul><li>one<li>two</ul>")).toEqual([
      { tag: "p", children: ["Call ", { tag: "strong", children: ["Ada"] }, " now"] },
      {
        tag: "ul",
        children: [
          { tag: "li", children: ["one"] },
          { tag: "li", children: ["two"] },
        ],
      },
    ])
  })

  it("shows only plain https links, with their host", () => {
    expect(parseRichText('<a href="https://acme.example/x?a=1&amp;b=2">notes</a>')).toEqual([
      { tag: "a", href: "https://acme.example/x?a=1&b=2", host: "acme.example", children: ["notes"] },
    ])
    for (const href of [
      "http://a.example",
      "javascript:alert(1)",
      "https://a:b@c.example",
      "//a.example",
      "&#106;avascript:x",
    ])
      expect(parseRichText(`<a href="${href}">text</a>`)).toEqual(["text"])
  })

  it("drops scripts and styles with their content, and comments", () => {
    expect(
      parseRichText("a<script>if (1 < 2) alert('<b>x</b>')</script>b<style>p{}</style><!-- <b>c</b> -->d"),
    ).toEqual(["abd"])
  })

  it("decodes character references once", () => {
    expect(parseRichText("R&amp;D &lt;b&gt; &amp;lt; &#8217;&#x2014; &nope; &#0;")).toEqual([
      "R&D <b> &lt; ’— &nope; \ufffd",
    ])
  })

  it("survives broken markup and bounded depth", () => {
    expect(parseRichText("<p>a <b>b</p> c")).toEqual([
      { tag: "p", children: ["a ", { tag: "strong", children: ["b"] }] },
      " c",
    ])
    expect(depth(parseRichText("<div>".repeat(5000) + "x"))).toBeLessThanOrEqual(13)
    expect(parseRichText('<a href="https://x.example')).toEqual([])
  })

  it("never throws and never yields anything but the allow-list", () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<b",
      ">",
      '"',
      "'",
      "<a href=",
      "https://x.example",
      "&amp;",
      "<li>",
      "text",
      "<!--",
      "<",
      "</",
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((list) => list.join("")),
        ),
        (html) => {
          for (const node of all(parseRichText(html))) {
            if (typeof node === "string") continue
            expect(["p", "div", "ul", "ol", "li", "strong", "em", "u", "code", "br", "a"]).toContain(node.tag)
            if (node.tag === "a") expect(node.href).toMatch(/^https:\/\//)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it("reads the same text as a full HTML parser for well-formed bodies", () => {
    const word = fc.constantFrom("alpha", "R&amp;D", "5 &lt; 6", "&ndash;", "x", "é", "a 'b' \"c\"")
    const body: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        word,
        fc
          .tuple(
            fc.constantFrom("p", "div", "b", "span", "ul", "table", "a title='>'"),
            fc.array(tie("node"), { maxLength: 4 }),
          )
          .map(([tag, inner]) => `<${tag}>${inner.join(" ")}</${tag.split(" ")[0] ?? ""}>`),
      ),
    })).node
    fc.assert(
      fc.property(body, (html) => {
        const squeeze = (text: string): string => text.replace(/\s+/g, "")
        const words = [...all(parseRichText(html))].filter((node) => typeof node === "string")
        expect(squeeze(words.join(""))).toBe(squeeze(textOf(parseDocument(html))))
      }),
      { numRuns: 300 },
    )
  })
})

function* all(nodes: readonly RichNode[]): Generator<RichNode> {
  for (const node of nodes) {
    yield node
    if (typeof node !== "string") yield* all(node.children)
  }
}

function depth(nodes: readonly RichNode[]): number {
  return Math.max(0, ...nodes.map((node) => (typeof node === "string" ? 0 : 1 + depth(node.children))))
}

interface Dom {
  data?: unknown
  children?: unknown[]
}

function textOf(node: unknown): string {
  const { data, children } = node as Dom
  return (typeof data === "string" ? data : "") + (children ?? []).map(textOf).join("")
}
