import type { Status } from "~src/messaging/contract"
import { useWrite } from "~src/store/use-write"

import { Button, Icon } from "../base"
import { readState } from "../base/read-state"
import { base } from "../strings/base"

/** One line while we can't read: offline in grey, trouble with a service in red, each with the one thing to do. */
export function StateLine({ status, now }: { status: Status; now: number }) {
  const { mutate: open } = useWrite("open.page")
  const { mutate: sync } = useWrite("sync.now")
  const { kind, text, fixable } = readState(status, now)
  if (kind === "fine") return null
  return (
    <p className={`state-line is-${kind}`} role={kind === "trouble" ? "alert" : "status"}>
      <Icon name={kind === "trouble" ? "warn" : "offline"} />
      <span>{text}</span>
      {fixable ? (
        <Button kind="quiet" onClick={() => open({ page: "options" })}>
          {base.reading.fix}
        </Button>
      ) : (
        <Button kind="quiet" onClick={() => sync({})}>
          {base.retry}
        </Button>
      )}
    </p>
  )
}
