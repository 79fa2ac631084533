/** Puts the focus on the first heading in there, so that Tab goes on from it. Nothing moves. */
export function focusHeading(within: ParentNode | null | undefined): void {
  const heading = within?.querySelector<HTMLElement>("h1, h2")
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
