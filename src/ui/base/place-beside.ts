const gap = 4
const edge = 8

/**
 * Puts a popover under its button, or above if there is no room, within the window.
 * Waits a frame for the popover to have a size. Written through the object model: no inline style attribute.
 */
export function placeBeside(button: HTMLElement, box: HTMLElement): void {
  requestAnimationFrame(() => {
    const from = button.getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height } = box
    const room = document.documentElement
    const below = from.bottom + gap
    const fitsBelow = below + height + edge <= room.clientHeight
    const top = fitsBelow ? below : Math.max(edge, from.top - gap - height)
    const left = Math.min(Math.max(edge, from.right - width), room.clientWidth - width - edge)
    box.style.top = `${top}px`
    box.style.left = `${Math.max(edge, left)}px`
  })
}
