/** What the draft would say of one customer: now and then, side by side. */
import { useDeferredValue, useState } from "react"

import type { Assessment } from "~src/domain/assessment"
import type { SearchHit } from "~src/messaging/contract"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { Button } from "~src/ui/base/Button"
import { Name } from "~src/ui/base/Name"
import { optionsText } from "~src/ui/strings/options"

import { AccountPicker } from "../shared/AccountPicker"
import { FaultAlert } from "../shared/FaultAlert"
import { useDraft } from "./draft"
import { previewRows } from "./preview-rows"
import { RefusalList } from "./RefusalList"

const text = optionsText.policy.preview

export function Preview() {
  const [hit, setHit] = useState<SearchHit | null>(null)
  return (
    <div className="stack">
      {hit ? (
        <>
          <div className="buttons">
            <strong>
              <Name>{hit.name}</Name>
            </strong>
            <Button kind="quiet" onClick={() => setHit(null)}>
              {text.other}
            </Button>
          </div>
          <Outcome accountId={hit.id} />
        </>
      ) : (
        <AccountPicker label={text.account} hint={text.hint} onPick={setHit} />
      )}
    </div>
  )
}

function Outcome({ accountId }: { accountId: string }) {
  const { policy, dirty } = useDraft()
  // Typing comes first; the preview follows when there is time.
  const asked = useDeferredValue(policy)
  const preview = useWorkerQuery("policy.preview", { policy: asked, accountId }, [
    "settings",
    `account:${accountId}`,
  ])
  if (!preview.data) return <FaultAlert fault={preview.fault} />
  if ("faults" in preview.data) return <RefusalList title={text.notYet} faults={preview.data.faults} />
  return <Comparison now={preview.data.now} then={preview.data.then} dirty={dirty} />
}

function Comparison({ now, then, dirty }: { now: Assessment; then: Assessment; dirty: boolean }) {
  const rows = previewRows(now, then)
  const changed = rows.filter((row) => row.now !== row.then).length
  return (
    <>
      <table className="plain preview">
        <thead>
          <tr>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.now}</th>
            <th scope="col">{text.then}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label} data-changed={row.now !== row.then || undefined}>
              <th scope="row">{row.label}</th>
              <td>{row.now}</td>
              <td>
                {row.now === row.then ? (
                  <span className="faint">{text.same}</span>
                ) : (
                  <strong>{row.then}</strong>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status" className="field-hint">
        {dirty ? text.changed(changed) : text.notChanged}
      </p>
    </>
  )
}
