/** Listens to what the user does; what the page dispatches itself is ignored. */
export function onTrusted<E extends Event>(target: EventTarget, type: string, act: (event: E) => void): void {
  target.addEventListener(type, (event) => {
    if (event.isTrusted) act(event as E)
  })
}
