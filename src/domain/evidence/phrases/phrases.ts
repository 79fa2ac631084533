/**
 * What people and machines say in one language, a row of phrases a kind, separated by semicolons (`text/phrase-index.ts` says how a
 * phrase is written). A phrase is a clue and never a verdict: `weights.ts` says what it is worth.
 */
export interface Phrases {
  /** Being away. */
  absent: string
  /** When they are back. */
  back: string
  /** The answer comes later. */
  later: string
  /** Nobody reads, or only now and then. */
  unread: string
  /** Whom to ask meanwhile. */
  redirect: string
  /** Has left for good. */
  gone: string
  /** Says of itself that no person wrote. */
  automatic: string
  /** Confirms that a mail came. */
  thanks: string
  bounce: string
  /** A help desk confirms or changes a request. */
  received: string
  survey: string
  /** Bodies of calendar mail. */
  calendar: string
  unsubscribe: string
  /** Notices of tools: documents, chats, recordings, reviews, alarms, bills. */
  notice: string
  /** Asks for something, question mark or not. */
  asks: string
  /** Says that something does not work. */
  problem: string
  /** Ends an exchange. */
  closing: string
  /** Says that nothing is open any more, or asks for no answer. */
  settled: string
  banner: string
  legal: string
}

/** What is looked for in a text itself; banners and legal words stand around it. */
export type PhraseKind = Exclude<keyof Phrases, "banner" | "legal">
