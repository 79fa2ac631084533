/**
 * `npm run prose`: phrases that a reader must decode, with the better form. Looks at documents and at comments; part of `npm run check`.
 * The list grows by what reviewers stumble over (CONTRIBUTING.md, Style).
 */
import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import path from "node:path"

import { root } from "./run"

interface Habit {
  pattern: RegExp
  better: string
}

export const habits: readonly Habit[] = [
  {
    pattern: /\bwhere (?:no|nothing|nobody|none|neither|there (?:is|are|was))\b/i,
    better: 'use "if" for a condition',
  },
  { pattern: /\btaken as long ago\b/i, better: '"counts as expired"' },
  { pattern: /\bstands? twice\b/i, better: '"is a duplicate"' },
  { pattern: /\bis read again\b/i, better: '"is refreshed"' },
  { pattern: /\bmade anew\b/i, better: '"recomputed"' },
  { pattern: /\bso much as\b/i, better: "say what happens" },
]

const comment = /^\s*(?:\/\/|\/\*\*|\*)/

/** Lines of one file that hold a habit. In code only comments count. */
export function findHabits(file: string, text: string): { line: number; habit: Habit }[] {
  const isCode = /\.(?:ts|tsx|mts|mjs)$/.test(file)
  return text
    .split("\n")
    .flatMap((words, at) =>
      isCode && !comment.test(words)
        ? []
        : habits.filter(({ pattern }) => pattern.test(words)).map((habit) => ({ line: at + 1, habit })),
    )
}

function main(): void {
  const files = execFileSync("git", ["ls-files", "*.md", "*.ts", "*.tsx", "*.mts", "*.mjs"], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\n")
    .filter((file) => file !== "" && file !== "scripts/prose.ts" && !file.startsWith("test/fixtures/"))
  const found = files.flatMap((file) =>
    findHabits(file, readFileSync(path.join(root, file), "utf8")).map(
      ({ line, habit }) => `${file}:${line.toString()}: ${habit.pattern.source}: ${habit.better}`,
    ),
  )
  for (const line of found) console.log(line)
  console.log(
    found.length === 0 ? "prose: nothing to mend" : `prose: ${found.length.toString()} places to mend`,
  )
  process.exitCode = found.length === 0 ? 0 : 1
}

if (process.argv[1]?.endsWith("prose.ts")) main()
