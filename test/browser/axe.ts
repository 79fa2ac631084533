import { readFileSync } from "node:fs"
import { createRequire } from "node:module"

import type { Frame, Page } from "@playwright/test"
import type { AxeResults } from "axe-core"

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/**
 * What axe-core holds against a page or frame, a line each; none is good. Its own frames are looked at by themselves.
 * `rules`: only these; `within`: only there.
 */
export async function axeViolations(
  page: Page | Frame,
  { rules, within }: { rules?: string[]; within?: string } = {},
): Promise<string[]> {
  // The protocol's evaluation is not bound by the page's CSP, as a script tag would be.
  await page.evaluate(source)
  // A colour that still changes is no theme's colour.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((one) => one instanceof CSSTransition)
        .map((one) => one.finished.catch(() => undefined)),
    ),
  )
  return page.evaluate(
    async ({ only, there }) => {
      const { axe } = globalThis as unknown as {
        axe: { run: (context: Document | string, options: object) => Promise<AxeResults> }
      }
      const { violations } = await axe.run(there ?? document, {
        iframes: false,
        ...(only && { runOnly: only }),
      })
      return violations.map(
        ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
      )
    },
    { only: rules, there: within },
  )
}
