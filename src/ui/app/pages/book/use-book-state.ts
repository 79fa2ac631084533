import { useCallback, useMemo } from "react"

import type { BookFilter } from "~src/domain/book/filter"

import { useRoute } from "../../shared/use-route"
import { addressOf, type BookState, stateOf } from "./address"

/** The book's state, read from the address and written to it. */
export function useBookState() {
  const { params, set } = useRoute()
  const state = useMemo(() => stateOf(params), [params])
  const change = useCallback(
    (patch: Partial<BookState>) => set(addressOf({ ...state, ...patch })),
    [set, state],
  )
  const changeFilter = useCallback(
    (patch: Partial<BookFilter>) => change({ filter: { ...state.filter, ...patch } }),
    [change, state.filter],
  )
  return { state, change, changeFilter }
}

export type BookControls = ReturnType<typeof useBookState>
