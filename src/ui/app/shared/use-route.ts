import { useMemo, useSyncExternalStore } from "react"

import { changedHash, hashOf, type Route, routeOf } from "./route"

const readHash = () => location.hash

function followHash(listen: () => void): () => void {
  addEventListener("hashchange", listen)
  return () => removeEventListener("hashchange", listen)
}

export interface AppRoute extends Route {
  /** Changes parameters of this page in place: a reload or a copied link comes back to them. */
  set: (patch: Record<string, string | undefined>) => void
  /** Shows another page in place of this one; Back does not return here. */
  goTo: (page: string, params?: Record<string, string | undefined>) => void
}

/** What the address says, followed as it changes. */
export function useRoute(): AppRoute {
  const hash = useSyncExternalStore(followHash, readHash)
  return useMemo(() => ({ ...routeOf(hash), set: setParams, goTo }), [hash])
}

function setParams(patch: Record<string, string | undefined>): void {
  replaceHash(changedHash(routeOf(location.hash), patch))
}

function goTo(page: string, params?: Record<string, string | undefined>): void {
  replaceHash(hashOf(page, params))
}

function replaceHash(next: string): void {
  if (next === location.hash) return
  history.replaceState(null, "", next)
  // The browser announces no replaced address.
  dispatchEvent(new HashChangeEvent("hashchange"))
}
