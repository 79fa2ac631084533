/**
 * Finds the phrases of many languages in one pass over a text's words, by a tree of words. A phrase is a row of words; `stem*` is a word
 * by its beginning, `_` up to three words of any kind, `a|b` either word, and `(a)` a word that may be missing.
 */
import { fold } from "./fold"
import { wordsOf, type Words } from "./words"

interface Stem {
  stem: string
  node: Node
}

interface Node {
  words: Map<string, Node>
  stems: Stem[]
  gap: Node | undefined
  /** Kinds of the phrases that end here. */
  ends: number[]
}

const gapAtMost = 3
/** A first word's stem is looked up by its first letters. */
const stemLength = 4
const buckets = 4096

const emptyNode = (): Node => ({ words: new Map(), stems: [], gap: undefined, ends: [] })

export class PhraseIndex<Kind extends string> {
  readonly kinds: readonly Kind[]
  private readonly root = emptyNode()
  private readonly firstStems: (Stem[] | undefined)[] = new Array<Stem[] | undefined>(buckets)
  /** Phrases of languages without spaces are looked for as they are, by their first letter. */
  private readonly spaceless = new Map<string, { text: string; kind: number }[]>()

  private readonly found: Uint8Array
  private readonly last: Uint16Array

  constructor(kinds: readonly Kind[]) {
    this.kinds = kinds
    this.found = new Uint8Array(kinds.length)
    this.last = new Uint16Array(kinds.length)
  }

  /** @param phrases separated by semicolons. */
  add(kind: Kind, phrases: string): void {
    const number = this.kinds.indexOf(kind)
    const mark = /[\u0e00-\u0e7f\u1100-\u11ff\u3005-\ud7af]/
    for (const phrase of fold(phrases).split(";")) {
      const text = phrase.trim()
      if (text === "") continue
      if (mark.test(text)) push(this.spaceless, text.slice(0, 1), { text, kind: number })
      else for (const words of variants(text)) this.put(words, number)
    }
  }

  private put(words: readonly string[], kind: number): void {
    let node = this.root
    for (const word of words) {
      if (word === "_") node = node.gap ??= emptyNode()
      else if (word.endsWith("*")) {
        const stem = word.slice(0, -1)
        const list = node === this.root ? (this.firstStems[bucketOf(stem)] ??= []) : node.stems
        let entry = list.find((other) => other.stem === stem)
        if (!entry) list.push((entry = { stem, node: emptyNode() }))
        node = entry.node
      } else {
        let next = node.words.get(word)
        if (!next) node.words.set(word, (next = emptyNode()))
        node = next
      }
    }
    if (!node.ends.includes(kind)) node.ends.push(kind)
  }

  /** How often each kind occurs; phrases that overlap count once. */
  count(folded: string, words: Words = wordsOf(folded)): Uint8Array {
    return this.find(folded, words).slice()
  }

  /** Whether a kind occurs, without a new list for each line of a mail. */
  holds(kind: Kind, folded: string, words: Words = wordsOf(folded)): boolean {
    return (this.find(folded, words)[this.kinds.indexOf(kind)] ?? 0) > 0
  }

  private find(folded: string, words: Words): Uint8Array {
    const { found, last } = this
    found.fill(0)
    last.fill(0)
    const { list } = words
    for (let at = 0; at < list.length; at += 1) {
      const word = list[at] ?? ""
      const node = this.root.words.get(word)
      if (node) walk(node, list, at, at + 1, found, last)
      if (word.length < stemLength) continue
      const stems = this.firstStems[bucketOf(word)]
      if (stems)
        for (const { stem, node: next } of stems)
          if (word.startsWith(stem)) walk(next, list, at, at + 1, found, last)
    }
    if (words.spaceless) this.countSpaceless(folded, found)
    return found
  }

  private countSpaceless(folded: string, found: Uint8Array): void {
    for (let at = 0; at < folded.length; at += 1) {
      const phrases = this.spaceless.get(folded.charAt(at))
      if (phrases)
        for (const { text, kind } of phrases)
          if (folded.startsWith(text, at)) found[kind] = (found[kind] ?? 0) + 1
    }
  }
}

function bucketOf(word: string): number {
  let hash = 0
  for (let at = 0; at < stemLength; at += 1) hash = (hash * 31 + word.charCodeAt(at)) % buckets
  return hash
}

/** Counts every phrase that begins at `from` and goes on at `here`. */
function walk(
  node: Node,
  list: string[],
  from: number,
  here: number,
  found: Uint8Array,
  last: Uint16Array,
): void {
  for (const kind of node.ends)
    if (from >= (last[kind] ?? 0)) {
      found[kind] = (found[kind] ?? 0) + 1
      last[kind] = here
    }
  step(node, list, from, here, found, last)
  if (node.gap)
    for (let gap = 0; gap <= gapAtMost && here + gap < list.length; gap += 1)
      step(node.gap, list, from, here + gap, found, last)
}

/** Goes on by the word at `here`. Behind a gap a word must follow, so nothing ends there. */
function step(
  node: Node,
  list: string[],
  from: number,
  here: number,
  found: Uint8Array,
  last: Uint16Array,
): void {
  const word = list[here] ?? ""
  const next = node.words.get(word)
  if (next) walk(next, list, from, here + 1, found, last)
  for (const { stem, node: after } of node.stems)
    if (word.startsWith(stem)) walk(after, list, from, here + 1, found, last)
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Every row of words that a phrase with `a|b` and `(a)` stands for. */
function variants(text: string): string[][] {
  if (!/[|(]/.test(text)) return [text.split(/[^\p{L}\p{N}*_]+/u).filter(Boolean)]
  let rows: string[][] = [[]]
  for (const token of text.split(/\s+/)) {
    const optional = /^\((.*)\)$/.exec(token)
    const choices = (optional?.[1] ?? token)
      .split("|")
      .map((choice) => choice.split(/[^\p{L}\p{N}*_]+/u).filter(Boolean))
    if (optional) choices.push([])
    rows = rows.flatMap((row) => choices.map((choice) => [...row, ...choice]))
  }
  return rows.filter((row) => row.length > 0)
}
