/** The sync's number and bar, and what could not be read. */
import type { SyncState } from "~src/messaging/contract"
import { Progress } from "~src/ui/base/Progress"
import { optionsText } from "~src/ui/strings/options"

export function SyncProgress({ sync }: { sync: SyncState | undefined }) {
  if (!sync || (sync.phase === "idle" && !sync.text)) return null
  const label = sync.phase === "first" ? optionsText.sync.first : optionsText.sync.running
  return (
    <div className="sync-progress">
      {sync.phase !== "idle" && <Progress label={label} value={sync.progress} />}
      <p>
        {sync.phase !== "idle" && sync.progress !== null && (
          <strong>{Math.round(sync.progress * 100)}% </strong>
        )}
        {sync.text}
      </p>
      {sync.setAside.count > 0 && (
        <details>
          <summary>{optionsText.sync.setAside(sync.setAside.count)}</summary>
          <ul>
            {sync.setAside.reasons.map(({ reason, count }) => (
              <li key={reason}>
                {count} × {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
