/** The house: no circle of folders, every arrow downward (scripts/floors.mjs; README, Map). */
import path from "node:path"
import { describe, expect, it } from "vitest"

import { featureFloors, workerFloors } from "~scripts/floors.mjs"

import { circles, type Import, importsOf, sourceFiles } from "./imports"

const root = path.join(import.meta.dirname, "../../..")
const files = sourceFiles(root)
const imports = importsOf(root, files)

/** Imports below `folder` that lead from one floor to the same or a higher one, as "a -> b". */
function upward(folder: string, floors: readonly (readonly string[])[], among: readonly Import[]): string[] {
  const place = (file: string) =>
    (file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : "").split("/")
  const floorOf = (name: string) => floors.findIndex((names) => names.includes(name))
  return among.flatMap(({ from, to }) => {
    const [a = "", b = ""] = [place(from), place(to)].map((parts) => (parts.length > 1 ? parts[0] : ""))
    if (a === "" || b === "" || a === b) return []
    return floorOf(b) < floorOf(a) ? [] : [`${from} -> ${to}`]
  })
}

const foldersIn = (folder: string) => [
  ...new Set(
    files
      .filter((file) => file.startsWith(`${folder}/`) && file.slice(folder.length + 1).includes("/"))
      .map((file) => file.slice(folder.length + 1).split("/")[0]!),
  ),
]

describe("the house", () => {
  it("has no circle of folders in src/, types included", () => {
    expect(circles(imports)).toEqual([])
  })

  it("finds a circle where there is one", () => {
    const made = [
      { from: "src/a/x.ts", to: "src/b/y.ts" },
      { from: "src/b/y.ts", to: "src/c/z.ts" },
      { from: "src/c/z.ts", to: "src/a/w.ts" },
      { from: "src/c/z.ts", to: "src/d/q.ts" },
    ]
    expect(circles(made)).toEqual([["src/a", "src/b", "src/c"]])
  })

  it("leads only downward inside the worker", () => {
    expect(upward("src/worker", workerFloors, imports)).toEqual([])
    expect(foldersIn("src/worker").sort()).toEqual(workerFloors.flat().sort())
  })

  it("lets no feature import a feature beside or above it", () => {
    expect(upward("src/worker/features", featureFloors, imports)).toEqual([])
    expect(foldersIn("src/worker/features").sort()).toEqual(featureFloors.flat().sort())
  })

  it("tells an import that leads upward", () => {
    const wrong = { from: "src/worker/cache/rows.ts", to: "src/worker/sync/record.ts" }
    expect(upward("src/worker", workerFloors, [wrong])).toHaveLength(1)
  })
})
