/**
 * One place per thing (CONTRIBUTING.md, "Recipes"). Each thing is named in its first place only; the compiler must then name
 * every other place, and none beside those that the recipe lists.
 */
import { readFileSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"

import { filesToFollow, type HalfAdded } from "./half-added"

const root = path.join(import.meta.dirname, "../../..")
const recipes = readFileSync(path.join(root, "CONTRIBUTING.md"), "utf8")

interface Thing extends HalfAdded {
  thing: string
  /** The places that the recipe lists, besides the first. */
  places: string[]
}

const things: Thing[] = [
  {
    thing: "a trait",
    name: "dummyTrait",
    file: "src/domain/facts.ts",
    behind: "export const TRAIT_KEYS = [",
    line: '  "dummyTrait",',
    places: [
      "src/domain/health/traits/index.ts",
      "src/domain/intake/read-fact.ts",
      "src/domain/policy/presets/health.ts",
      "src/domain/trait-words.ts",
    ],
  },
  {
    thing: "a message",
    name: "dummy.ask",
    file: "src/messaging/methods/popup.ts",
    behind: "export const popupMethods = {",
    line: '  "dummy.ask": answers<Nothing>()({ from: pages, request: nothing }),',
    places: ["src/worker/all-handlers.ts"],
  },
  {
    thing: "a slow message",
    name: "dummy.slow",
    file: "src/messaging/methods/book.ts",
    behind: "export const bookMethods = {",
    line: '  "dummy.slow": answers<Nothing>()({ from: pages, request: nothing, slow: true }),',
    places: ["src/messaging/client.ts", "src/worker/all-handlers.ts"],
  },
  {
    thing: "a setting",
    name: "dummySetting",
    file: "src/messaging/views/settings.ts",
    behind: "  firstRunDone: boolean",
    line: "  dummySetting: boolean",
    places: ["src/worker/cache/settings-shape.ts"],
  },
  {
    thing: "a column of the book",
    name: "dummyColumn",
    file: "src/domain/book/columns.ts",
    behind: "const mainColumns = own([",
    line: '  { id: "dummyColumn", head: "Dummy", width: 80, sort: (row) => row.name, csv: (row) => row.name },',
    places: ["src/ui/app/pages/book/cells.tsx"],
  },
]

describe("naming a thing in one place only", () => {
  const named = filesToFollow(root, things)

  it.each(things)("has the compiler name every other place of $thing", ({ name, places }) => {
    expect(named.get(name)).toEqual(places)
  })

  it.each(things)("is a recipe of CONTRIBUTING.md that names the places of $thing", ({ file, places }) => {
    for (const place of [file, ...places]) expect(recipes).toContain(`\`${place}\``)
  })
})
