/** Phrases of the languages a text is in, compiled when the first text of a language is read. */
import { ja, ko, rest, zh } from "./asian"
import { commonWords } from "./common-words"
import { de } from "./de"
import { en } from "./en"
import { es } from "./es"
import { fold } from "./fold"
import { fr } from "./fr"
import { it } from "./it"
import { nl } from "./nl"
import { da, fi, sv } from "./nordic"
import { ca, el, hu, ro, tr } from "./others"
import { PhraseIndex } from "./phrase-index"
import type { PhraseKind, Phrases } from "./phrases"
import { pt } from "./pt"
import { cs, pl, ru, sl } from "./slavic"
import type { Words } from "./words"

const languages = {
  en,
  de,
  fr,
  es,
  it,
  pt,
  nl,
  sv,
  da,
  fi,
  pl,
  cs,
  sl,
  ru,
  hu,
  ro,
  tr,
  el,
  ca,
  rest,
  ja,
  zh,
  ko,
} satisfies Record<string, Phrases>
type Language = keyof typeof languages
const names = Object.keys(languages) as Language[]
const spacelessLanguages: readonly Language[] = ["ja", "zh", "ko", "rest"]
const everyLanguage = (1 << names.length) - 1
const bitOf = (name: Language) => 1 << names.indexOf(name)

const kinds = Object.keys(en).filter((kind) => kind !== "banner" && kind !== "legal") as PhraseKind[]
const numberOf = Object.fromEntries(kinds.map((kind, at) => [kind, at])) as Record<PhraseKind, number>

/** What is looked for in one text. */
export interface PhraseReader {
  /** How often each kind of phrase occurs: read it with `timesOf`. */
  count: (folded: string, words?: Words) => Uint8Array
}

export const timesOf = (counts: Uint8Array, kind: PhraseKind): number => counts[numberOf[kind]] ?? 0

const readers = new Map<number, PhraseReader>()
/** Mixtures of languages that are kept compiled; a mailbox has few. */
const readersKept = 40

/** The reader for a text's languages; a text too short to tell may be in any. */
export function readerFor(words: Words): PhraseReader {
  const mask = languagesIn(words)
  let reader = readers.get(mask)
  if (!reader) {
    if (readers.size >= readersKept) readers.clear()
    readers.set(mask, (reader = compile(mask)))
  }
  return reader
}

function compile(mask: number): PhraseReader {
  const index = new PhraseIndex(kinds)
  for (const name of names)
    if ((mask & bitOf(name)) !== 0) for (const kind of kinds) index.add(kind, languages[name][kind])
  // Machines speak English inside mails of any language; single words would be mistaken for the other language's.
  if ((mask & bitOf("en")) === 0) for (const kind of kinds) index.add(kind, rowsOnly(en[kind]))
  return index
}

const rowsOnly = (phrases: string): string =>
  phrases
    .split(";")
    .filter((phrase) => phrase.trim().includes(" "))
    .join(";")

/** Bits of the languages by common word. */
let wordBits: Map<string, number> | undefined

function bitsByWord(): Map<string, number> {
  if (wordBits) return wordBits
  wordBits = new Map()
  for (const [name, list] of Object.entries(commonWords))
    for (const word of fold(list).split(" "))
      wordBits.set(word, (wordBits.get(word) ?? 0) | bitOf(name as Language))
  return wordBits
}

const wordsLooked = 300
const enoughHits = 2
/** A second language must show words that the first does not have. */
const enoughMore = 3

/** One text's hits at a time; a worker has one thread. */
const hits: number[] = []
const counts = new Uint16Array(names.length)

function languagesIn({ list, spaceless }: Words): number {
  const bits = bitsByWord()
  hits.length = 0
  const until = Math.min(list.length, wordsLooked)
  for (let at = 0; at < until; at += 1) {
    const found = bits.get(list[at] ?? "")
    if (found !== undefined) hits.push(found)
  }
  let mask = 0
  if (spaceless) for (const name of spacelessLanguages) mask |= bitOf(name)
  let wanted = enoughHits
  for (let rest = hits; rest.length >= wanted; wanted = enoughMore) {
    const best = mostHits(rest, wanted)
    if (best === 0) break
    mask |= best
    rest = rest.filter((found) => (found & best) === 0)
  }
  return mask === 0 ? everyLanguage : mask
}

/** Bits of the languages with most hits: more than one if they are even. */
function mostHits(found: readonly number[], wanted: number): number {
  counts.fill(0)
  for (const word of found)
    for (let left = word; left !== 0; left &= left - 1) {
      const at = 31 - Math.clz32(left & -left)
      counts[at] = (counts[at] ?? 0) + 1
    }
  let most = wanted
  let bits = 0
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] ?? 0
    if (count > most) {
      most = count
      bits = 1 << at
    } else if (count === most) bits |= 1 << at
  }
  return bits
}

let edges: PhraseIndex<"banner" | "legal"> | undefined

/** What stands above and below what somebody wrote: a gateway writes it in its own language. */
export function edgePhrases(): PhraseIndex<"banner" | "legal"> {
  if (edges) return edges
  edges = new PhraseIndex(["banner", "legal"])
  for (const name of names) for (const kind of edges.kinds) edges.add(kind, languages[name][kind])
  return edges
}
