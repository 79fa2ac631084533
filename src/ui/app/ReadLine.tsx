import type { Status } from "~src/messaging/contract"
import { useWrite } from "~src/store/use-write"
import { useNow } from "~src/ui/base/use-now"

import { Button, Icon } from "~src/ui/base"
import { readState } from "~src/ui/base/read-state"
import { base } from "~src/ui/strings/base"

/** How old what the page shows is, and why where that is not as it should be. */
export function ReadLine({ status }: { status: Status }) {
  const { mutate: openPage } = useWrite("open.page")
  const { kind, text, fixable } = readState(status, useNow())
  if (kind === "fine") return <p className="read-line">{text}</p>
  return (
    <div className={`read-line read-${kind}`} role={kind === "trouble" ? "alert" : "status"}>
      <Icon name={kind === "offline" ? "offline" : "warn"} />
      <span>{text}</span>
      {fixable ? (
        <Button kind="quiet" onClick={() => openPage({ page: "options" })}>
          {base.reading.fix}
        </Button>
      ) : null}
    </div>
  )
}
