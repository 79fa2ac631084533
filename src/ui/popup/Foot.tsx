import type { Status } from "~src/messaging/contract"
import { useWrite } from "~src/store/use-write"

import { IconButton } from "../base"
import { formatAge } from "../base/format"
import { KeyHints } from "../base/KeyHints"
import { popup } from "../strings/popup"

const words = popup.sync

interface Props {
  status: Status
  /** Writes not yet on a server. */
  waiting: number
  /** Milliseconds since 1970. */
  now: number
  keys: boolean
}

/** The keys, how old the lists are, and what is still on its way. */
export function Foot({ status, waiting, now, keys }: Props) {
  const { mutate: sync, isPending } = useWrite("sync.now")
  const { mutate: open } = useWrite("open.page")
  const { phase, setAside, lastOkAt } = status.sync
  const at = lastOkAt ?? status.vitally.okAt
  const age = phase !== "idle" ? words.syncing : at === undefined ? "" : formatAge(at, now)
  return (
    <footer className="foot">
      {keys ? <KeyHints /> : null}
      <p className="foot-state">
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
        <span>{waiting > 0 ? words.waiting(waiting) : age}</span>
      </p>
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
