/** How the reading of Looker stands, and the button that reads it now. */
import { useWorkerQuery } from "~src/store/use-worker-query"
import { Button } from "~src/ui/base/Button"
import { Notice } from "~src/ui/base/ErrorNotice"
import { formatAge } from "~src/ui/base/format"
import { useNow } from "~src/ui/base/use-now"
import { lookerText as text } from "~src/ui/strings/looker"

import { FaultAlert } from "./FaultAlert"
import { useAct } from "./use-act"

export function LookerReading() {
  const now = useNow()
  const { data: state } = useWorkerQuery("looker.get", {}, ["usage"])
  const read = useAct("looker.read")
  if (!state) return null
  const { readAt, rows = 0, running = false } = state
  return (
    <>
      <p role="status">
        {running
          ? text.reading
          : readAt === undefined
            ? text.never
            : text.readAt(formatAge(readAt, now), rows)}
      </p>
      {state.maybeCut && <Notice tone="concerning">{text.maybeCut}</Notice>}
      <FaultAlert fault={state.fault ?? read.fault} />
      <div className="buttons">
        <Button busy={running || read.isPending} onClick={() => read.mutate({})}>
          {text.read}
        </Button>
      </div>
    </>
  )
}
