import { createRequire } from "node:module"

import type { Page } from "@playwright/test"
import type { AxeResults } from "axe-core"

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js")

/** Runs axe-core on a page, prints what it finds, gives the number of violations. Colours need a real browser. */
export async function checkPage(page: Page, name: string): Promise<number> {
  await page.addScriptTag({ path: axePath })
  const results = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }
    return axe.run()
  })
  for (const { id, help, nodes } of results.violations) {
    console.log(`${name}: ${id} (${help})`)
    for (const node of nodes.slice(0, 4))
      console.log(`  ${node.html.slice(0, 160)}\n    ${node.any[0]?.message ?? ""}`)
  }
  return results.violations.length
}
