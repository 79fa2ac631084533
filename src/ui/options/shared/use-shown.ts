import { useState } from "react"

/**
 * What a control shows: the user's choice at once, the stored value as soon as it changes. Without it a checkbox would
 * jump back until the worker has answered. The second function takes what the change came to: a promise of false
 * (see `useChange`) brings the stored value back.
 */
export function useShown<T>(value: T): [T, (shown: T, outcome?: unknown) => void] {
  const [shown, setShown] = useState(value)
  const [known, setKnown] = useState(value)
  if (value !== known) {
    setKnown(value)
    setShown(value)
  }
  const choose = (next: T, outcome?: unknown) => {
    setShown(next)
    if (outcome instanceof Promise) void outcome.then((taken) => taken === false && setShown(value))
  }
  return [shown, choose]
}
