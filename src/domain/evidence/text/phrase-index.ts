/**
 * Finds the phrases of many languages in one pass over a text's words. A phrase is a row of words; `stem*` is a word by its beginning
 * (four letters at least), `_` up to three words of any kind, `a|b` either word, and `(a)` a word that may be missing.
 */
import { fold } from "./fold"
import { wordsOf, type Words } from "./words"

interface Phrase {
  words: readonly string[]
  kind: number
}

const gapAtMost = 3
const stemLength = 4

export class PhraseIndex<Kind extends string> {
  readonly kinds: readonly Kind[]
  private readonly byWord = new Map<string, Phrase[]>()
  private readonly byStem = new Map<string, Phrase[]>()
  /** Phrases of languages without spaces are looked for as they are. */
  private readonly spaceless: { text: string; kind: number }[] = []

  constructor(kinds: readonly Kind[]) {
    this.kinds = kinds
  }

  /** @param phrases separated by semicolons. */
  add(kind: Kind, phrases: string, spaceless = false): void {
    const number = this.kinds.indexOf(kind)
    for (const phrase of phrases.split(";")) {
      const text = fold(phrase).trim()
      if (text === "") continue
      if (spaceless && wordsOf(text).spaceless) this.spaceless.push({ text, kind: number })
      else for (const words of variants(text)) this.put({ words, kind: number })
    }
  }

  private put(phrase: Phrase): void {
    const first = phrase.words[0] ?? ""
    const stem = first.endsWith("*")
    const map = stem ? this.byStem : this.byWord
    const key = stem ? first.slice(0, stemLength) : first
    const bucket = map.get(key)
    if (bucket) bucket.push(phrase)
    else map.set(key, [phrase])
  }

  /** How often each kind occurs; the same place counts once a kind. */
  count(folded: string, words: Words = wordsOf(folded)): Uint8Array {
    const found = new Uint8Array(this.kinds.length)
    const { list } = words
    const last = new Int16Array(this.kinds.length).fill(-1)
    for (let at = 0; at < list.length; at += 1) {
      const word = list[at] ?? ""
      const exact = this.byWord.get(word)
      if (exact) this.match(exact, list, at, found, last)
      if (word.length < stemLength) continue
      const stems = this.byStem.get(word.slice(0, stemLength))
      if (stems) this.match(stems, list, at, found, last)
    }
    if (words.spaceless)
      for (const { text, kind } of this.spaceless) if (folded.includes(text)) found[kind] = (found[kind] ?? 0) + 1
    return found
  }

  private match(bucket: Phrase[], list: string[], at: number, found: Uint8Array, last: Int16Array): void {
    for (const { words, kind } of bucket) {
      // Two phrases that overlap are one clue.
      if (at < (last[kind] ?? 0)) continue
      const end = endOf(words, list, at)
      if (end < 0) continue
      found[kind] = (found[kind] ?? 0) + 1
      last[kind] = end
    }
  }
}

/** Where the phrase ends in the list if it begins at `at`; -1 if it does not. */
function endOf(words: readonly string[], list: string[], at: number): number {
  let here = at
  for (let index = 0; index < words.length; index += 1) {
    const wanted = words[index] ?? ""
    if (wanted === "_") {
      const rest = words.slice(index + 1)
      for (let gap = 0; gap <= gapAtMost; gap += 1) {
        const end = endOf(rest, list, here + gap)
        if (end >= 0) return end
      }
      return -1
    }
    const word = list[here]
    if (word === undefined) return -1
    if (wanted.endsWith("*")) {
      if (!word.startsWith(wanted.slice(0, -1))) return -1
    } else if (word !== wanted) return -1
    here += 1
  }
  return here
}

/** Every row of words that a phrase with `a|b` and `(a)` stands for. */
function variants(text: string): string[][] {
  let rows: string[][] = [[]]
  for (const token of text.split(/\s+/)) {
    const optional = /^\((.*)\)$/.exec(token)
    const choices = (optional?.[1] ?? token).split("|").map((choice) => choice.split(/[^\p{L}\p{N}*_]+/u).filter(Boolean))
    if (optional) choices.push([])
    rows = rows.flatMap((row) => choices.map((choice) => [...row, ...choice]))
  }
  return rows.filter((row) => row.length > 0)
}
