/** The text fields of a form: in this page only, or kept until they are sent. */
import { useState } from "react"

import { useViewMemory } from "./view-memory"

export interface Form<F> {
  fields: F
  set: (change: Partial<F>) => void
  /** Something differs from the empty form. */
  typed: boolean
  /** Makes the form empty; returns the way back, which writes over nothing that was typed since. */
  clear: () => () => void
}

type Fields = Record<string, string>

/** Gone with the page. */
export function useForm<F extends Fields>(blank: F): Form<F> {
  const [kept, setKept] = useState<F | null>(null)
  return formOf(
    blank,
    kept,
    (next) => setKept(next),
    (before) => setKept((now) => now ?? before),
  )
}

/**
 * Kept per account for a day (`worker/features/panel/typed-forms.ts`), through record switches, reloads and a sleeping worker.
 *
 * @param form names it among the forms of the account
 */
export function useKeptForm<F extends Fields>(account: string, form: string, blank: F): Form<F> {
  const kept = useViewMemory(({ accounts }) => accounts[account]?.typed?.[form])
  const setTyped = useViewMemory(({ setTyped }) => setTyped)
  const keep = (fields: Fields | null) => setTyped(account, form, fields ?? {})
  return formOf(blank, kept && Object.keys(kept).length > 0 ? kept : null, keep, (before) => {
    const now = useViewMemory.getState().accounts[account]?.typed?.[form]
    if (Object.keys(now ?? {}).length === 0) keep(before)
  })
}

/** All fields are kept once one was touched: a day that was offered is the day meant, also tomorrow. */
function formOf<F extends Fields>(
  blank: F,
  kept: Readonly<Fields> | null,
  keep: (fields: F | null) => void,
  restore: (before: F) => void,
): Form<F> {
  const fields = { ...blank, ...kept }
  return {
    fields,
    typed: kept !== null,
    set: (change) => {
      const next = { ...fields, ...change }
      const same = Object.keys(next).every((name) => next[name] === blank[name])
      keep(same ? null : next)
    },
    clear: () => {
      keep(null)
      return () => {
        if (kept) restore(fields)
      }
    },
  }
}
