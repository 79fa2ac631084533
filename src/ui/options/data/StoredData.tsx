/** What this browser keeps, how much it is, and the ways to take it along or delete it. */
import { useState } from "react"

import { useWorkerQuery } from "~src/store/use-worker-query"
import { Button } from "~src/ui/base/Button"
import { optionsText } from "~src/ui/strings/options"

import { ConfirmDialog } from "../shared/ConfirmDialog"
import { FaultAlert } from "../shared/FaultAlert"
import { saveFile } from "../../base/save-file"
import { useAct } from "../shared/use-act"
import { bytesText, momentText } from "./words"

const text = optionsText.data

export function StoredData() {
  const data = useWorkerQuery("data.get", {}, ["status", "settings", "book"])
  const [asking, setAsking] = useState<"cache" | "everything" | null>(null)
  const exportMine = useAct("data.export")
  const clear = useAct("data.clear")
  if (!data.data) return <FaultAlert fault={data.fault} />
  const { stores, bytes, lastSyncs } = data.data
  return (
    <div className="card">
      <table className="plain">
        <caption>
          {text.stored} {bytes === null ? text.sizeUnknown : text.size(bytesText(bytes))}
        </caption>
        <thead>
          <tr>
            <th scope="col">{text.what}</th>
            <th scope="col" className="number">
              {text.rows}
            </th>
          </tr>
        </thead>
        <tbody>
          {stores.map(({ name, rows }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{rows.toLocaleString("en-GB")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lastSyncs.length > 0 && (
        <>
          <h3>{text.lastSyncs}</h3>
          <ul className="rows">
            {lastSyncs.map(({ what, at, text: outcome }) => (
              <li key={what}>
                <span>
                  {what}: {momentText(at)}. {outcome}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="buttons">
        <Button
          icon="down"
          busy={exportMine.isPending}
          onClick={() => exportMine.mutate({}, { onSuccess: ({ name, text: body }) => saveFile(name, body) })}
        >
          {text.exportMine}
        </Button>
        <Button kind="danger" onClick={() => setAsking("cache")}>
          {text.clearCache}
        </Button>
        <Button kind="danger" onClick={() => setAsking("everything")}>
          {text.clearAll}
        </Button>
      </div>
      <p className="field-hint">{text.exportHint}</p>
      {clear.isSuccess && <p role="status">{text.cleared}</p>}
      <FaultAlert fault={exportMine.fault ?? clear.fault} />
      {asking && (
        <ConfirmDialog
          title={text.confirm[asking].title}
          choices={[
            {
              label: text.confirm[asking].yes,
              danger: true,
              onChoose: () => {
                setAsking(null)
                clear.mutate({ what: asking })
              },
            },
          ]}
          onCancel={() => setAsking(null)}
        >
          <p>{text.confirm[asking].body}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
