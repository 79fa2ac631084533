/** Reads the import graph of src/ from the files themselves. Tests, fakes and test helpers are left out. */
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import ts from "typescript"

export interface Import {
  from: string
  to: string
}

const helper = /\.(?:test|fake)\.tsx?$|\/testing(?:\.ts$|\/)/

/** Every product file below `folder`, relative to the root, with forward slashes. */
export function sourceFiles(root: string, folder = "src"): string[] {
  return listed(path.join(root, folder))
    .map((file) => path.relative(root, file).replaceAll("\\", "/"))
    .filter((file) => /\.tsx?$/.test(file) && !helper.test(file))
    .sort()
}

const listed = (folder: string): string[] =>
  ts.sys.readDirectory(folder, [".ts", ".tsx"], undefined, ["**/*"])

/** Imports and re-exports between files of the repository; types included, packages left out. */
export function importsOf(root: string, files: readonly string[]): Import[] {
  return files.flatMap((from) =>
    ts
      .preProcessFile(readFileSync(path.join(root, from), "utf8"), true, true)
      .importedFiles.map(({ fileName }) => targetOf(root, from, fileName))
      .filter((to): to is string => to !== undefined && !helper.test(to))
      .map((to) => ({ from, to })),
  )
}

function targetOf(root: string, from: string, specifier: string): string | undefined {
  const base = specifier.startsWith("~")
    ? specifier.slice(1)
    : specifier.startsWith(".")
      ? path.posix.join(path.posix.dirname(from), specifier)
      : undefined
  if (base === undefined) return undefined
  return [`${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`].find((file) =>
    existsSync(path.join(root, file)),
  )
}

/** Groups of folders that reach each other in a circle (Tarjan's strongly connected components), each sorted. */
export function circles(imports: readonly Import[]): string[][] {
  const arrows = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const [a, b] = [path.posix.dirname(from), path.posix.dirname(to)]
    if (a !== b) arrows.set(a, (arrows.get(a) ?? new Set()).add(b))
  }
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (node: string): void => {
    index.set(node, index.size)
    low.set(node, index.get(node)!)
    stack.push(node)
    for (const next of arrows.get(node) ?? []) {
      if (!index.has(next)) {
        visit(next)
        low.set(node, Math.min(low.get(node)!, low.get(next)!))
      } else if (stack.includes(next)) low.set(node, Math.min(low.get(node)!, index.get(next)!))
    }
    if (low.get(node) !== index.get(node)) return
    const group = stack.splice(stack.indexOf(node))
    if (group.length > 1) found.push(group.sort())
  }
  for (const node of arrows.keys()) if (!index.has(node)) visit(node)
  return found
}
