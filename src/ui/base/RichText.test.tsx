import { render, screen } from "@testing-library/react"
import { expect, it } from "vitest"

import type { RichNode } from "~src/messaging/views/rich-text"

import { RichText } from "./RichText"

it("renders the tree, and only tags of the allow-list even where the tree holds others", () => {
  const nodes = [
    { tag: "p", children: ["Hello ", { tag: "strong", children: ["Ada"] }] },
    { tag: "script", children: ["alert(1)"] },
    { tag: "a", href: "javascript:alert(1)", host: "", children: ["press me"] },
    { tag: "ul", children: [{ tag: "li", children: ["one"] }] },
  ] as unknown as RichNode[]
  const { container } = render(<RichText nodes={nodes} />)
  expect(screen.getByText("Ada").tagName).toBe("STRONG")
  expect(screen.getByRole("listitem")).toHaveTextContent("one")
  expect(container.querySelector("script")).toBeNull()
  expect(screen.queryByRole("link")).toBeNull()
  expect(container).toHaveTextContent("press me")
})
