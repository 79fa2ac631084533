/** What jsdom lacks of native dialogs and popovers, as little as the components use. Nothing of this ships. */

function toggle(element: HTMLElement, newState: "open" | "closed"): void {
  const oldState = newState === "open" ? "closed" : "open"
  if ((element.dataset.popoverOpen !== undefined) === (newState === "open")) return
  element.dispatchEvent(Object.assign(new Event("beforetoggle"), { newState, oldState }))
  if (newState === "open") element.dataset.popoverOpen = ""
  else delete element.dataset.popoverOpen
  // jsdom's own sheet hides popovers, and knows no way to open them.
  element.style.display = newState === "open" ? "block" : ""
}

Object.assign(HTMLElement.prototype, {
  showPopover(this: HTMLElement) {
    toggle(this, "open")
  },
  hidePopover(this: HTMLElement) {
    toggle(this, "closed")
  },
})

Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.setAttribute("open", "")
    this.querySelector<HTMLElement>("button, input, [href]")?.focus()
  },
  close(this: HTMLDialogElement) {
    if (!this.open) return
    this.removeAttribute("open")
    this.dispatchEvent(new Event("close"))
  },
})

/** Never reports: in jsdom nothing is ever seen. */
window.IntersectionObserver = class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
} as unknown as typeof IntersectionObserver

/** jsdom has no layout to scroll. */
window.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined

document.addEventListener("click", ({ target }) => {
  const button = (target as Element).closest("[popovertarget]")
  const box = document.getElementById(button?.getAttribute("popovertarget") ?? "")
  if (box) toggle(box, box.dataset.popoverOpen === undefined ? "open" : "closed")
})

document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return
  for (const dialog of document.querySelectorAll("dialog[open]")) (dialog as HTMLDialogElement).close()
  for (const box of document.querySelectorAll<HTMLElement>("[data-popover-open]")) toggle(box, "closed")
})
