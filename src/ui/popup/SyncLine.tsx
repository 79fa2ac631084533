import type { Status } from "~src/messaging/contract"
import { useWrite } from "~src/store/use-write"

import { Button, Icon, IconButton, Progress } from "../base"
import { formatAge } from "../base/format"
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
  const trouble = troubleOf(status)
  return (
    <footer className="foot">
      {phase === "first" ? (
        <div className="foot-first">
          <Progress value={progress} label={words.first} />
          <span>{text || words.first}</span>
        </div>
      ) : trouble ? (
        <p role="alert" className="foot-trouble">
          <Icon name="warn" />
          <span>{trouble.text}</span>
          {trouble.fixable ? (
            <Button kind="quiet" onClick={() => open({ page: "options" })}>
              {words.fix}
            </Button>
          ) : null}
        </p>
      ) : (
        <p className="foot-state">
          {status.online ? null : <Icon name="offline" />}
          <span>
            {[stateOf(status, now), waiting > 0 ? words.waiting(waiting) : ""].filter(Boolean).join(" · ")}
          </span>
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

/** The first service in trouble, in its own words; `fixable` in the options, as a refused key is and a server's outage is not. */
function troubleOf({ vitally, salesforce, online }: Status): { text: string; fixable: boolean } | null {
  if (!online) return null
  const needy = [vitally, salesforce].find(({ state }) => state === "error" || state === "needs-sign-in")
  if (!needy) return null
  const { fault, state } = needy
  const text = fault ? [fault.title, fault.next].filter(Boolean).join(" ") : needy.text
  return { text, fixable: state === "needs-sign-in" }
}

function stateOf({ online, sync, vitally }: Status, now: number): string {
  const at = sync.lastOkAt ?? vitally.okAt
  if (!online) return at === undefined ? words.offlineEmpty : words.offline(formatAge(at, now))
  if (sync.phase !== "idle" && sync.text) return sync.text
  return at === undefined ? vitally.text : words.updated(formatAge(at, now))
}
