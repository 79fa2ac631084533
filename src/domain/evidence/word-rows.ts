/** Words of a policy, looked for as whole words: "call" is in "Call back" and not in "Recall". */
import { fold } from "./phrases/fold"
import { wordsOf } from "./phrases/words"

/** @returns whether any of the phrases stands in the text, word for word. */
export function holdsAny(text: string, phrases: readonly string[]): boolean {
  if (text === "") return false
  const words = ` ${wordsOf(fold(text)).list.join(" ")} `
  return phrases.some((phrase) => {
    const wanted = wordsOf(fold(phrase)).list.join(" ")
    return wanted !== "" && words.includes(` ${wanted} `)
  })
}
