/** What one message says, read once: its own words and how often each kind of phrase occurs in them. */
import { bodyPhrases, edgePhrases } from "../phrases"
import type { PhraseKind } from "../phrases/phrases"
import { ownText, type OwnText } from "../text/own-text"
import { wordsOf } from "../phrases/words"
import type { MailMessage } from "../../mail-thread"

export interface ReadMessage {
  own: OwnText
  words: number
  has: (kind: PhraseKind) => number
  question: boolean
  /** Begins with the name of somebody it went to: no machine does. */
  greetsByName: boolean
}

export function readMessage(message: MailMessage): ReadMessage {
  const phrases = bodyPhrases()
  const own = ownText(message.html, message.name, edgePhrases())
  const words = wordsOf(own.folded)
  const counts = phrases.count(own.folded, words)
  const { list, spaceless } = words
  const start = list.slice(0, 5)
  return {
    own,
    // Text without spaces is about two characters a word.
    words: spaceless ? Math.round(own.folded.replace(/\s/g, "").length / 2) : list.length,
    has: (kind) => counts[phrases.numberOf[kind]] ?? 0,
    question: /[?？;؟]/.test(own.plain) && isQuestion(own.plain),
    greetsByName: message.toNames.some((name) => name.length > 1 && start.includes(name)),
  }
}

/** A question mark that is not part of an address; the Greek one is a semicolon at a line's end. */
function isQuestion(text: string): boolean {
  const bare = text.includes("http") ? text.replace(/https?:\S+/g, "") : text
  return /[?？؟]/.test(bare) || (/[\u0370-\u03ff]/.test(bare) && /;\s*(?:$|\n)/.test(bare))
}
