/** Listens to what the user does; what the page dispatches itself is ignored. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- The caller names the kind of event, as for addEventListener.
export function onTrusted<E extends Event>(target: EventTarget, type: string, act: (event: E) => void): void {
  target.addEventListener(type, (event) => {
    if (event.isTrusted) act(event as E)
  })
}
