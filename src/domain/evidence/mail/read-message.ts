/** What one message says, read once: its own words and how often each kind of phrase occurs in them. */
import { edgePhrases, type PhraseReader, readerFor, timesOf } from "../phrases"
import type { PhraseKind } from "../phrases/phrases"
import { ownText, type OwnText } from "../text/own-text"
import { fold } from "../phrases/fold"
import { wordsOf } from "../phrases/words"
import type { MailMessage } from "../../mail-thread"

export interface ReadMessage {
  own: OwnText
  words: number
  /** Of the languages it is in. */
  phrases: PhraseReader
  has: (kind: PhraseKind) => number
  question: boolean
  /** Begins with the name of somebody it went to: no machine does. */
  greetsByName: boolean
  /** Nothing stands above the signature. */
  signatureOnly: boolean
}

const longestSignature = 12

export function readMessage(message: MailMessage): ReadMessage {
  const own = ownText(message.html, message.name, edgePhrases())
  const words = wordsOf(own.folded)
  const phrases = readerFor(words)
  const counts = phrases.count(own.folded, words)
  const { list, spaceless } = words
  const start = list.slice(0, 5)
  return {
    own,
    // Text without spaces is about two characters a word.
    words: spaceless ? Math.round(own.folded.replace(/\s/g, "").length / 2) : list.length,
    phrases,
    has: (kind) => timesOf(counts, kind),
    question: /[?？;؟]/.test(own.plain) && isQuestion(own.plain),
    signatureOnly: isSignature(message.name, own.folded, list.length),
    greetsByName: message.toNames.some((name) => name.length > 1 && start.includes(name)),
  }
}

function isSignature(name: string | undefined, folded: string, words: number): boolean {
  const called = fold(name ?? "")
  return (
    called.length > 4 &&
    words <= longestSignature &&
    !folded.includes("?") &&
    folded.startsWith(`${called}\n`)
  )
}

/** A question mark that is not part of an address; the Greek one is a semicolon at a line's end. */
function isQuestion(text: string): boolean {
  const bare = text.includes("http") ? text.replace(/https?:\S+/g, "") : text
  return /[?？؟]/.test(bare) || (/[\u0370-\u03ff]/.test(bare) && /;\s*(?:$|\n)/.test(bare))
}
