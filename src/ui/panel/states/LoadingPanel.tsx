import type { PanelSection, Settings } from "~src/messaging/views/settings"

import { panel } from "../../strings/panel"
import { sectionNames } from "../../strings/sections"
import { shownOrder } from "../shared/section-order"

/** Lines of a section on a usual account, as shares of its width; 0 is a gap. */
const few = [0.7, 0.9, 0.5]
const times = (count: number, lines: number[]) => Array.from({ length: count }, () => lines).flat()
const linesOf: Partial<Record<PanelSection, number[]>> = {
  actions: [...times(3, [0.75, 0.85, 0.6, 0.25, 0]), 0.25],
  health: [0.45, 0.85, 0, ...times(4, [0.95]), 0, ...times(10, [0.6, 0.9, 0])],
  contact: times(5, few),
  renewal: times(8, few),
  tasks: times(4, few),
}

/** Lines at a glance, as shares of the width. */
const glance = [0.6, 0.8, 0.5, 0.85, 0.6, 0.7, 0.4, 0.8, 0.6, 0.9]

/** An account's panel before the account is there: everything stands where it will stand. */
export function LoadingPanel({
  text = panel.loading,
  settings,
}: {
  text?: string
  settings?: Settings | undefined
}) {
  const silent = text === panel.loading
  return (
    <div className="loading">
      <h1 className="sr-only">{panel.name}</h1>
      <div className="head">
        <div className="head-row">
          <div className="head-name">
            <span role="status" aria-label={text} className={silent ? "sr-only" : "loading-text"}>
              {text}
            </span>
            {silent ? <Bone width="60%" /> : null}
          </div>
        </div>
        <div className="head-meta" aria-hidden="true">
          <Bone width="6rem" />
          <Bone width="4rem" />
        </div>
      </div>
      <div aria-hidden="true">
        <div className="glance">
          {glance.map((share, nth) => (
            <div key={nth}>
              <Bone width={`${share * 100}%`} />
            </div>
          ))}
        </div>
        {shownOrder(settings?.panel).map((section) => (
          <div className="section" key={section}>
            <div className="section-head">
              <div className="loading-heading">{sectionNames[section]}</div>
            </div>
            <div className="loading-lines">
              {(linesOf[section] ?? times(3, few)).map((share, index) => (
                <div key={index}>{share > 0 ? <Bone width={`${share * 100}%`} /> : <>&nbsp;</>}</div>
              ))}
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}

function Bone({ width }: { width: string }) {
  return <span className="skeleton-line bone" style={{ width }} />
}
