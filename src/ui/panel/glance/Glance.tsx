import { Tile } from "./Tile"
import { Causes } from "./Causes"
import { ContactFact, RenewalFact } from "./GlanceFacts"
import { NextCard } from "./NextCard"
import { panel } from "../../strings/panel"

/** The first second: how well and why, when they were last spoken to, when it renews, and the one thing to do next. */
export function Glance() {
  return (
    <section className="glance" aria-label={panel.glance}>
      <div className="glance-health">
        <Tile />
        <Causes />
      </div>
      <dl className="glance-facts">
        <ContactFact />
        <RenewalFact />
      </dl>
      <NextCard />
    </section>
  )
}
