/** How the book falls into the tiers of each preset. */
import { useWorkerQuery } from "~src/store/use-worker-query"
import { optionsText } from "~src/ui/strings/options"

import { FaultAlert } from "../shared/FaultAlert"
import { LazyDisclosure } from "../shared/LazyDisclosure"
import { countsText } from "./counts-text"

const text = optionsText.policy.counts

export function TierCounts() {
  return <LazyDisclosure summary={text.title} render={() => <Counts />} />
}

function Counts() {
  const counts = useWorkerQuery("policy.counts", {}, ["book", "settings"])
  if (counts.isPending) return <p role="status">{text.counting}</p>
  if (!counts.data) return <FaultAlert fault={counts.fault} />
  return (
    <ul className="lines">
      {counts.data.presets.map((preset) => (
        <li key={preset.id}>
          <strong>{preset.name}</strong>
          {preset.id === counts.data.best && <span className="badge badge-accent">{text.best}</span>}
          <p>{countsText(preset)}</p>
        </li>
      ))}
    </ul>
  )
}
