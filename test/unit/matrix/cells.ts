/**
 * Which cells of the fault matrix are tried, and how they went. `MATRIX=all` tries every cell and writes the tables in
 * docs/reliability.md, `MATRIX=0.2` a fifth of them; otherwise one in sixty is tried, others with each `MATRIX_SEED`.
 */
import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"

import { describe, it } from "vitest"

import { random } from "~test/fakes/mortal"

import type { Answer } from "./answers"

const share = process.env.MATRIX === "all" ? 1 : Number(process.env.MATRIX ?? 1 / 60)
const next = random(Number(process.env.MATRIX_SEED ?? 1) * 7919)

const outcomes: { situation: string; request: string; answer: string; held: boolean }[] = []

export interface Cells {
  situation: string
  requests: readonly string[]
  answers: readonly Answer[]
  run: (request: string, answer: Answer) => Promise<void>
  /** Called behind each, whatever came of it. */
  clear: () => void
}

/** Runs the cells that are tried, and notes whether each held. */
export function cells({ situation, requests, answers, run, clear }: Cells): void {
  describe(situation, () => {
    const all = requests.flatMap((request) => answers.map((answer) => ({ request, answer })))
    // One at least, whatever the share.
    const sure = Math.floor(next() * all.length)
    for (const { request, answer } of all.filter((_cell, index) => next() < share || index === sure)) {
      it(`${request}: ${answer.name}`, async () => {
        const outcome = { situation, request, answer: answer.name, held: false }
        outcomes.push(outcome)
        try {
          await run(request, answer)
          outcome.held = true
        } finally {
          clear()
        }
      }, 60_000)
    }
  })
}

/** Puts the figures between the two marks `name` of docs/reliability.md, if a share was asked for. */
export function writeTable(name: string, short: (request: string) => string = (request) => request): void {
  if (process.env.MATRIX === undefined) return
  const file = path.join(import.meta.dirname, "../../../docs/reliability.md")
  const groups = new Map<string, { tried: number; held: number; failed: string[] }>()
  for (const { situation, request, answer, held } of outcomes) {
    const key = `${situation} | \`${short(request)}\``
    const group = groups.get(key) ?? { tried: 0, held: 0, failed: [] }
    groups.set(key, group)
    group.tried += 1
    if (held) group.held += 1
    else group.failed.push(answer)
  }
  const rows = [...groups].map(
    ([key, { tried, held, failed }]) =>
      `| ${key} | ${tried} | ${held} | ${failed.length === 0 ? "0" : `${failed.length}: ${failed.join(", ")}`} |`,
  )
  const held = outcomes.filter((one) => one.held).length
  const table = [
    `Share ${process.env.MATRIX}, seed ${process.env.MATRIX_SEED ?? "1"}.`,
    "",
    "| Situation | Request | Cells tried | Held | Failed |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    `| **All** | | **${outcomes.length}** | **${held}** | **${outcomes.length - held}** |`,
  ].join("\n")
  const text = readFileSync(file, "utf8")
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [before = "", rest = ""] = text.split(begin)
  writeFileSync(file, `${before}${begin}\n\n${table}\n\n${end}${rest.split(end)[1] ?? ""}`)
}
