import { readFileSync } from "node:fs"
import { expect, it } from "vitest"

import { rulesDocument } from "~scripts/rules-doc/document"

it("docs/rules.md says what the code does (npm run rules-doc)", async () => {
  expect(readFileSync("docs/rules.md", "utf8")).toBe(await rulesDocument())
})
