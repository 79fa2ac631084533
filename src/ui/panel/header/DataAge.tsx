import { useWrite } from "~src/store/use-write"

import { IconButton } from "../../base"
import { formatAge } from "../../base/format"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { useNow } from "~src/ui/base/use-now"

const words = panel.header
const dayMs = 86_400_000

/** When the account was last read, and the button to read it again. */
export function DataAge() {
  const { account } = useAccount()
  const refresh = useWrite("account.refresh")
  const now = useNow()
  const { vitally, salesforce } = account
  const reading = vitally.refreshing || salesforce.refreshing || refresh.isPending
  const readAt = vitally.readAt ?? salesforce.readAt
  const old = readAt !== undefined && now - Date.parse(readAt) > dayMs
  const text = readAt ? formatAge(readAt, now) : reading ? words.refreshing : words.never
  return (
    <span className={old ? "age age-old" : "age"}>
      <span title={readAt ? words.read(new Date(readAt).toLocaleString()) : undefined}>
        {readAt ? <span className="sr-only">{words.readLabel} </span> : null}
        {text}
      </span>
      <IconButton
        icon="refresh"
        label={reading ? words.refreshing : words.refresh}
        busy={reading}
        onClick={() => {
          if (!reading) refresh.mutate({ accountId: account.id })
        }}
      />
    </span>
  )
}
