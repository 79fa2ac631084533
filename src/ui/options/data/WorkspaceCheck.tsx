/** Read-only probes against the connected workspace: what answered, and in which shape. Copyable for support. */
import type { CheckRow } from "~src/messaging/views/options"
import { Button } from "~src/ui/base/Button"
import { Icon } from "~src/ui/base/Icon"
import { Progress } from "~src/ui/base/Progress"
import { checkText as text } from "~src/ui/strings/check"

import { CopyButton } from "../shared/CopyButton"
import { FaultAlert } from "../shared/FaultAlert"
import { useWorkspaceCheck } from "./use-workspace-check"

/** Characters shown of a line. */
const longest = 130

export function WorkspaceCheck({ connected }: { connected: boolean }) {
  const { rows, done, steps, running, fault, run, stop } = useWorkspaceCheck()
  const complete = steps > 0 && done === steps
  const found = complete ? [...rows, ...text.notAsked] : rows
  const title = complete
    ? text.result(found.filter(({ ok }) => ok).length, found.length)
    : text.partial(done, steps)
  return (
    <div className="card">
      <div className="buttons">
        {running ? (
          <Button onClick={stop}>{text.stop}</Button>
        ) : (
          <Button disabled={!connected} onClick={run}>
            {text.run}
          </Button>
        )}
        {!running && found.length > 0 && <CopyButton text={reportOf(title, found)} label={text.copy} />}
        {running && (
          <>
            <span role="status">{text.running(done, steps)}</span>
            <Progress label={text.title} value={steps === 0 ? null : done / steps} />
          </>
        )}
      </div>
      <p className="field-hint">{connected ? text.hint : text.connectFirst}</p>
      <FaultAlert fault={fault} />
      {found.length > 0 && (
        <table className="plain check-rows">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.what}</th>
              <th scope="col">{text.outcome}</th>
              <th scope="col">{text.detail}</th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ name, ok, text: detail }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className={`outcome ${ok === null ? "unknown" : ok ? "healthy" : "poor"}`}>
                  <Icon name={ok === null ? "info" : ok ? "check" : "warn"} />
                  {ok === null ? text.unclear : ok ? text.ok : text.failed}
                </td>
                <td>
                  <Told detail={detail} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

/** Forms of answers are long: the first words, and the rest on demand. */
function Told({ detail }: { detail: string }) {
  if (detail.length <= longest) return detail
  return (
    <details>
      <summary>{`${detail.slice(0, longest - 10)}…`}</summary>
      {detail}
    </details>
  )
}

/** Plain text for support. */
function reportOf(title: string, rows: readonly CheckRow[]): string {
  const mark = ({ ok }: CheckRow) => (ok === null ? "?" : ok ? "+" : "-")
  return [`${text.title}: ${title}`, ...rows.map((row) => `${mark(row)} ${row.name}: ${row.text}`)].join("\n")
}
