/**
 * Popovers and dialogs are drawn in the browser's top layer, over the rest of the page. Whoever watches what covers the
 * page (the panel's visibility guard) must know which of it is our own.
 */
const name = "account-lens-layer"

export interface LayerChange {
  element: HTMLElement
  open: boolean
}

/** Says that an element of ours is about to enter or leave the top layer. */
export function announceLayer(element: HTMLElement, open: boolean): void {
  document.dispatchEvent(new CustomEvent<LayerChange>(name, { detail: { element, open } }))
}

/** Calls back with every change; returns the way to stop. */
export function onLayer(listen: (change: LayerChange) => void): () => void {
  const handler = (event: Event) => listen((event as CustomEvent<LayerChange>).detail)
  document.addEventListener(name, handler)
  return () => document.removeEventListener(name, handler)
}
