import { createElement, Fragment } from "react"

import type { RichNode } from "~src/messaging/views/rich-text"

import { SafeLink } from "./SafeLink"

const allowed: ReadonlySet<string> = new Set([
  "p",
  "div",
  "ul",
  "ol",
  "li",
  "strong",
  "em",
  "u",
  "code",
  "br",
])

/**
 * The worker's tree of a task's or note's HTML as React elements, without attributes. The tags are checked again
 * here: a page must not depend on the worker having done so.
 */
export function RichText({ nodes }: { nodes: RichNode[] }) {
  return <div className="rich">{nodes.map((node, index) => renderNode(node, index))}</div>
}

function renderNode(node: RichNode, key: number): React.ReactNode {
  if (typeof node === "string") return <Fragment key={key}>{node}</Fragment>
  if (node.tag === "br") return <br key={key} />
  const children = node.children.map((child, index) => renderNode(child, index))
  if (node.tag === "a")
    return (
      <SafeLink key={key} href={node.href} showHost>
        {children}
      </SafeLink>
    )
  if (!allowed.has(node.tag)) return <Fragment key={key}>{children}</Fragment>
  return createElement(node.tag, { key }, children)
}
