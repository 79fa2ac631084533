import type { Status } from "~src/messaging/contract"
import { useWrite } from "~src/store/use-write"

import { Button, Icon, IconButton, Progress } from "../base"
import { readState } from "../base/read-state"
import { base } from "../strings/base"
import { popup } from "../strings/popup"

const words = popup.sync

interface Props {
  status: Status
  /** Writes not yet on a server. */
  waiting: number
  /** Milliseconds since 1970. */
  now: number
}

/** How reading and writing stand, in one line at the foot. */
export function SyncLine({ status, waiting, now }: Props) {
  const { mutate: sync, isPending } = useWrite("sync.now")
  const { mutate: open } = useWrite("open.page")
  const { phase, progress, text, setAside } = status.sync
  const reading = readState(status, now)
  return (
    <footer className="foot">
      {phase === "first" ? (
        <div className="foot-first">
          <Progress value={progress} label={words.first} />
          <span>{text || words.first}</span>
        </div>
      ) : reading.kind === "trouble" ? (
        <p role="alert" className="foot-trouble">
          <Icon name="warn" />
          <span>{reading.text}</span>
          {reading.fixable ? (
            <Button kind="quiet" onClick={() => open({ page: "options" })}>
              {base.reading.fix}
            </Button>
          ) : null}
        </p>
      ) : (
        <p className="foot-state">
          {status.online ? null : <Icon name="offline" />}
          <span>{[reading.text, waiting > 0 ? words.waiting(waiting) : ""].filter(Boolean).join(" · ")}</span>
          {setAside.count > 0 ? (
            <button
              type="button"
              className="foot-aside"
              title={setAside.reasons.map(({ reason, count }) => `${count} × ${reason}`).join("\n")}
              onClick={() => open({ page: "options", hash: "data" })}
            >
              {words.setAside(setAside.count)}
            </button>
          ) : null}
        </p>
      )}
      <IconButton
        icon="refresh"
        label={words.now}
        busy={isPending || phase !== "idle"}
        disabled={!status.online || status.vitally.state === "not-connected"}
        onClick={() => sync({})}
      />
    </footer>
  )
}
