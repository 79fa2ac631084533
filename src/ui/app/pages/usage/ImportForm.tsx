/** One file: what its columns are, the first rows, the import and what came of it. */
import { useState } from "react"

import { type ColumnMap, columnUses, guessColumns, missingIn } from "~src/domain/usage/columns"
import type { UsageRow } from "~src/domain/usage/read-row"
import { faultOf } from "~src/store/use-worker-query"
import { Button } from "~src/ui/base/Button"
import { Progress } from "~src/ui/base/Progress"
import { FaultAlert } from "~src/ui/options/shared/FaultAlert"
import { SelectField } from "~src/ui/options/shared/Fields"
import { usageText as text } from "~src/ui/strings/usage"

import { importFile, type ImportReport, sendRows } from "./import-file"
import type { FileHead } from "./read-file"
import { Report } from "./Report"

interface Taken {
  report: ImportReport
  rows: UsageRow[]
  importId: string
}

export function ImportForm({ file, head, before }: { file: File; head: FileHead; before: ColumnMap }) {
  const [columns, setColumns] = useState(() => guessColumns(head.headings, before))
  const [progress, setProgress] = useState<number | null>(null)
  const [taken, setTaken] = useState<Taken | null>(null)
  const [error, setError] = useState<unknown>(null)
  const missing = missingIn(columns)

  const run = async (work: () => Promise<Taken>) => {
    setProgress(0)
    setError(null)
    try {
      setTaken(await work())
    } catch (cause) {
      setError(cause)
    } finally {
      setProgress(null)
    }
  }
  const start = () =>
    run(async () => {
      const importId = crypto.randomUUID()
      return { ...(await importFile(file, columns, importId, setProgress)), importId }
    })
  /** Rows of a name that was linked since go in under the same import. */
  const again = ({ report, rows, importId }: Taken, account: string) =>
    run(async () => {
      const own = rows.filter((row) => row.account === account)
      const sent = await sendRows(own, { columns, importId, name: file.name }, setProgress)
      const unmatched = Object.fromEntries(
        Object.entries(report.unmatched).filter(([name]) => name !== account),
      )
      return { rows, importId, report: { ...report, unmatched, stored: report.stored + sent.stored } }
    })

  return (
    <section className="card" aria-labelledby="usage-columns">
      <h2 id="usage-columns">{text.columns}</h2>
      <p className="soft">{text.columnsAbout}</p>
      <div className="usage-columns">
        {columnUses.map((use) => (
          <SelectField
            key={use}
            label={text.uses[use]}
            value={columns[use] ?? ""}
            options={[
              { value: "", label: text.none },
              ...head.headings.map((heading) => ({ value: heading, label: heading })),
            ]}
            onChange={(heading) => setColumns(withColumn(columns, use, heading))}
          />
        ))}
      </div>
      <Preview head={head} />
      {missing.map((what) => (
        <p key={what} role="status">
          {text.missing[what]}
        </p>
      ))}
      <div className="buttons">
        <Button
          kind="primary"
          disabled={missing.length > 0}
          busy={progress !== null}
          onClick={() => void start()}
        >
          {text.take}
        </Button>
      </div>
      {progress !== null && <Progress label={text.taking} value={progress} />}
      <FaultAlert fault={faultOf(error)} />
      {taken && <Report report={taken.report} onLinked={(account) => void again(taken, account)} />}
    </section>
  )
}

function withColumn(columns: ColumnMap, use: keyof ColumnMap, heading: string): ColumnMap {
  const others = Object.fromEntries(
    Object.entries(columns).filter(([name, taken]) => name !== use && taken !== heading),
  )
  return heading === "" ? others : { ...others, [use]: heading }
}

function Preview({ head: { headings, rows } }: { head: FileHead }) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="usage-preview" tabIndex={0} role="region" aria-label={text.preview}>
      <table>
        <caption>{text.preview}</caption>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {headings.map((heading) => (
                <td key={heading}>{cellText(row[heading])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const cellText = (value: unknown) =>
  typeof value === "string" || typeof value === "number" ? String(value) : ""
