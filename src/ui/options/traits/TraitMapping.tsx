/** Which field of the workspace holds which fact, with samples; corrected by hand. */
import { useState } from "react"

import type { TraitMapRow } from "~src/messaging/views/options"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { Skeleton } from "~src/ui/base/Skeleton"
import { optionsText } from "~src/ui/strings/options"

import { FaultAlert } from "../shared/FaultAlert"
import { SelectField, Toggle } from "../shared/Fields"
import { useAct } from "../shared/use-act"

const text = optionsText.traits

type Catalogue = { key: string; label: string }[]

export function TraitMapping({ connected }: { connected: boolean }) {
  const traits = useWorkerQuery("traits.get", {}, ["settings", "book"], { enabled: connected })
  const set = useAct("traits.set")
  const [onlyMissing, setOnlyMissing] = useState(false)
  if (!connected) return <p className="soft">{text.connectFirst}</p>
  if (!traits.data) return traits.fault ? <FaultAlert fault={traits.fault} /> : <Skeleton />
  const { rows, catalogue } = traits.data
  const missing = rows.filter((row) => row.filled === 0)
  const shown = onlyMissing ? missing : rows
  return (
    <div className="card">
      <p className="field-hint">
        {catalogue.length === 0 ? text.noCatalogue : text.summary(rows.length - missing.length, rows.length)}
      </p>
      <Toggle label={text.onlyMissing} checked={onlyMissing} onChange={setOnlyMissing} />
      <FaultAlert fault={set.fault} />
      <div className="scroll">
        <table className="plain grid">
          <thead>
            <tr>
              <th scope="col">{text.fact}</th>
              <th scope="col">{text.field}</th>
              <th scope="col">{text.samples}</th>
              <th scope="col" className="number">
                {text.filled}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row
                key={row.fact}
                row={row}
                catalogue={catalogue}
                onPick={(traitKey) => set.mutate({ fact: row.fact, traitKey })}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** The value that stands for "as it was found", apart from every possible key. */
const asFound = "(as found)"

interface RowProps {
  row: TraitMapRow
  catalogue: Catalogue
  /** Null: not mapped by hand any more, "" switches the fact off. */
  onPick: (traitKey: string | null) => void
}

function Row({ row, catalogue, onPick }: RowProps) {
  const known = catalogue.some(({ key }) => key === row.traitKey)
  return (
    <tr>
      <th scope="row">{row.label}</th>
      <td>
        <SelectField
          label={text.fieldOf(row.label)}
          hideLabel
          value={row.traitKey}
          options={[
            ...(row.how === "hand" ? [{ value: asFound, label: text.asFound }] : []),
            { value: "", label: text.none },
            ...(row.traitKey && !known ? [{ value: row.traitKey, label: row.traitKey }] : []),
            ...catalogue.map(({ key, label }) => ({ value: key, label: label ? `${label} (${key})` : key })),
          ]}
          onChange={(key) => onPick(key === asFound ? null : key)}
        />
        {text.how[row.how] && <span className="faint small">{text.how[row.how]}</span>}
      </td>
      <td className="samples">{row.samples.join(" · ") || <span className="faint">{text.noSample}</span>}</td>
      <td className="number">{text.filledOf(row.filled, row.total)}</td>
    </tr>
  )
}
