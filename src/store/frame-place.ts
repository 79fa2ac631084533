/** Where a panel page is: in a frame of a host page, or on its own. */
import { useSyncExternalStore } from "react"

import { isAppHost } from "~src/hosts"

/** True inside another page. */
export function isFramed(): boolean {
  return window.top !== window
}

/**
 * Whether every page around this one is one of ours to be in (design.md, decision 1): a second lock behind the
 * manifest's `frame-ancestors`.
 */
export function isAllowedAround(ancestors: readonly string[]): boolean {
  return ancestors.every((origin) => isAppHost(`${origin}/`))
}

/** The account that the address names (`#account=…`, as the worker opens it in a tab); null where it names none. */
export function useAddressAccount(): string | null {
  return useSyncExternalStore(followHash, () =>
    new URLSearchParams(window.location.hash.slice(1)).get("account"),
  )
}

function followHash(listen: () => void): () => void {
  window.addEventListener("hashchange", listen)
  return () => window.removeEventListener("hashchange", listen)
}
