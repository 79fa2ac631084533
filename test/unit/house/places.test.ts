/**
 * One place per thing (CONTRIBUTING.md, "Recipes"). Each thing is named in its first place only; the compiler must then name
 * every other place, and none beside those that the recipe lists.
 */
import path from "node:path"
import { describe, expect, it } from "vitest"

import { filesToFollow, type HalfAdded } from "./half-added"

const root = path.join(import.meta.dirname, "../../..")

interface Thing extends HalfAdded {
  thing: string
}

const things: Thing[] = [
  {
    thing: "a trait",
    name: "dummyTrait",
    file: "src/domain/facts.ts",
    behind: "export const TRAIT_KEYS = [",
    line: '  "dummyTrait",',
  },
  {
    thing: "a message",
    name: "dummy.ask",
    file: "src/messaging/methods/popup.ts",
    behind: "export const popupMethods = {",
    line: '  "dummy.ask": answers<Nothing>()({ from: pages, request: nothing }),',
  },
  {
    thing: "a slow message",
    name: "dummy.slow",
    file: "src/messaging/methods/book.ts",
    behind: "export const bookMethods = {",
    line: '  "dummy.slow": answers<Nothing>()({ from: pages, request: nothing, slow: true }),',
  },
  {
    thing: "a setting",
    name: "dummySetting",
    file: "src/messaging/views/settings.ts",
    behind: "  firstRunDone: boolean",
    line: "  dummySetting: boolean",
  },
  {
    thing: "a column of the book",
    name: "dummyColumn",
    file: "src/domain/book/columns.ts",
    behind: "const mainColumns = own([",
    line: '  { id: "dummyColumn", head: "Dummy", width: 80, sort: (row) => row.name, csv: (row) => row.name },',
  },
]

const found = filesToFollow(root, things)

describe("naming a thing in one place", () => {
  it.each(things)("$thing", ({ name }) => {
    console.log(name, found.get(name))
  })
})
