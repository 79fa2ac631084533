import { type ReactNode, useId } from "react"

import type { PanelSection } from "~src/messaging/views/settings"

import { sectionNames } from "../../strings/sections"

/** One of the panel's regions, named after its heading. `aside` stands at the heading's end. */
export function Section({
  section,
  aside,
  children,
}: {
  section: PanelSection
  aside?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className="section" id={sectionId(section)} aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id} tabIndex={-1}>
          {sectionNames[section]}
        </h2>
        {aside ? <div className="section-aside">{aside}</div> : null}
      </div>
      {children}
    </section>
  )
}

export function sectionId(section: PanelSection): string {
  return `section-${section}`
}

/** Brings a section into view and puts the focus on its heading. Not by link: the frame's address holds its nonce. */
export function goToSection(section: PanelSection): void {
  const element = document.getElementById(sectionId(section))
  element?.scrollIntoView({ block: "start" })
  element?.querySelector("h2")?.focus({ preventScroll: true })
}
