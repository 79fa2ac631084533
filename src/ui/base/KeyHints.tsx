import { keyWords } from "../strings/keys"

const hints: readonly (readonly [readonly string[], string])[] = [
  [["J", "K"], keyWords.move],
  [["C"], keyWords.done],
  [["S"], keyWords.later],
  [["L"], keyWords.touch],
  [["?"], keyWords.all],
]

/** The keys at the foot of a list. Read out elsewhere: the shortcuts have a dialog. */
export function KeyHints() {
  return (
    <span className="key-hints" aria-hidden="true">
      {hints.map(([keys, what]) => (
        <span key={what} className="key-hint">
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {what}
        </span>
      ))}
    </span>
  )
}
