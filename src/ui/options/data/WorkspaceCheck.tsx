/** Read-only probes against the connected workspace: what answered, and in which shape. Copyable for support. */
import { Button } from "~src/ui/base/Button"
import { Icon } from "~src/ui/base/Icon"
import { optionsText } from "~src/ui/strings/options"

import { CopyButton } from "../CopyButton"
import { FaultAlert } from "../FaultAlert"
import { useAct } from "../use-act"

const text = optionsText.check

export function WorkspaceCheck({ connected }: { connected: boolean }) {
  const check = useAct("workspace.check")
  return (
    <div className="card">
      <div className="buttons">
        <Button busy={check.isPending} disabled={!connected} onClick={() => check.mutate({})}>
          {text.run}
        </Button>
        {check.isSuccess && <CopyButton text={check.data.text} label={text.copy} />}
        {check.isPending && <span role="status">{text.running}</span>}
      </div>
      {!connected && <p className="field-hint">{text.connectFirst}</p>}
      {check.isSuccess && (
        <table className="plain">
          <caption>
            {text.result(check.data.rows.filter(({ ok }) => ok).length, check.data.rows.length)}
          </caption>
          <thead>
            <tr>
              <th scope="col">{text.what}</th>
              <th scope="col">{text.outcome}</th>
              <th scope="col">{text.detail}</th>
            </tr>
          </thead>
          <tbody>
            {check.data.rows.map(({ name, ok, text: detail }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className={`outcome ${ok === null ? "unknown" : ok ? "healthy" : "poor"}`}>
                  <Icon name={ok === null ? "info" : ok ? "check" : "warn"} />
                  {ok === null ? text.unclear : ok ? text.ok : text.failed}
                </td>
                <td>{detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <FaultAlert fault={check.fault} />
    </div>
  )
}
