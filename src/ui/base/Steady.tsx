import { Component, createRef, type ReactNode } from "react"

import { focusHeading } from "./focus-heading"

interface Place {
  element: Element
  /** In the window, CSS pixels. */
  top: number
}

interface Before {
  /** From what is under the pointer, or else holds the focus, up to the page's root. */
  held: Place[]
  /** From what holds the focus upwards. */
  focus: Element[]
}

/**
 * Around what fresh values may change: nothing moves under the pointer, and the focus is never lost. What comes or goes
 * above the pointer is made up for by scrolling; where the page can't be scrolled that far back, by a gap at the top, which
 * closes as soon as the pointer leaves. (A class: only classes are asked just before the document changes.)
 */
export class Steady extends Component<{ children: ReactNode }> {
  private readonly box = createRef<HTMLDivElement>()
  private gap = 0

  override getSnapshotBeforeUpdate(): Before {
    const hovered = [...document.querySelectorAll(":hover")].reverse()
    const focus = upwards(document.activeElement)
    const held = hovered.length > 0 ? hovered : focus
    return { held: held.map((element) => ({ element, top: topOf(element) })), focus }
  }

  override componentDidUpdate(_props: unknown, _state: unknown, { held, focus }: Before) {
    rescue(focus)
    const still = held.find(({ element }) => element.isConnected)
    if (still) this.makeUpFor(topOf(still.element) - still.top)
  }

  override componentWillUnmount() {
    document.documentElement.removeEventListener("pointerleave", this.close)
  }

  /** `moved`: by how much it is lower than before. */
  private makeUpFor(moved: number) {
    if (Math.abs(moved) < 1) return
    const closing = Math.min(this.gap, Math.max(0, moved))
    const before = window.scrollY
    window.scrollBy({ top: moved - closing, behavior: "instant" })
    const rest = moved - closing - (window.scrollY - before)
    this.setGap(this.gap - closing + Math.max(0, -rest))
  }

  private setGap(gap: number) {
    if (gap === this.gap) return
    this.gap = gap
    if (this.box.current) this.box.current.style.paddingTop = gap === 0 ? "" : `${gap}px`
    if (gap > 0) document.documentElement.addEventListener("pointerleave", this.close, { once: true })
  }

  private readonly close = () => this.setGap(0)

  override render() {
    return <div ref={this.box}>{this.props.children}</div>
  }
}

const topOf = (element: Element) => element.getBoundingClientRect().top

function upwards(from: Element | null): Element[] {
  const chain: Element[] = []
  for (let one = from; one && one !== document.body; one = one.parentElement) chain.push(one)
  return chain
}

/** The control that had the focus is gone: the heading of its section has it, so that Tab goes on from there. */
function rescue([lost, ...around]: Element[]) {
  if (!lost || lost.isConnected || document.activeElement !== document.body) return
  focusHeading(around.find((one) => one.isConnected && one.matches("section, main")))
}
