import { useMemo, useState } from "react"

import { type Reader, reviewPack, reviewTitle } from "~src/domain/week/review-pack"
import { sheetMarkdown } from "~src/domain/week/sheet"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { Button, ErrorNotice, SelectField, Skeleton } from "~src/ui/base"
import { review as words } from "~src/ui/strings/review"

import { CopyPrint } from "../../shared/CopyPrint"
import { useRoute } from "../../shared/use-route"

const readers = ["customer", "team"] as const

/** Lines that were taken out stay out of the print and of the copy. */
export function Results({ accountId }: { accountId: string }) {
  const { params, set } = useRoute()
  const reader: Reader = params.get("for") === "team" ? "team" : "customer"
  const [out, setOut] = useState<ReadonlySet<string>>(new Set())
  const { data, fault, refetch } = useWorkerQuery("panel.get", { accountId }, [
    `account:${accountId}`,
    "outbox",
  ])
  const usage = useWorkerQuery("usage.get", { accountId }, [`account:${accountId}`])
  const view = data?.view.kind === "account" ? data.view.account : null
  const days = usage.data?.days
  const pack = useMemo(() => {
    if (!view) return null
    const { facts, assessment } = view
    const input = { facts, assessment, usage: days ?? [], clock: { today: assessment.today }, reader }
    return { title: reviewTitle(input), sections: reviewPack(input) }
  }, [view, days, reader])
  const shown = pack?.sections.map((section) => ({
    ...section,
    lines: section.lines.filter(({ key }) => !out.has(key)),
  }))
  const toggle = (key: string) =>
    setOut((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
  return (
    <div className="results">
      <header className="page-head">
        <h1>{pack?.title ?? words.title}</h1>
        <SelectFor reader={reader} onChange={(next) => set({ for: next === "team" ? "team" : undefined })} />
        <Button className="no-print" kind="quiet" onClick={() => set({ account: undefined })}>
          {words.another}
        </Button>
      </header>
      {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
      {!data && !fault ? <Skeleton lines={8} /> : null}
      {data && !view && data.view.kind !== "loading" ? <p className="empty">{words.noAccount}</p> : null}
      {pack && shown ? (
        <>
          <div className="sheet-line no-print">
            <p className="soft">{words.about}</p>
            <CopyPrint markdown={() => sheetMarkdown(pack.title, shown)} />
          </div>
          {pack.sections.map(({ key, title, lines, none }) => (
            <section key={key} className="phase" aria-label={title}>
              <h2>{title}</h2>
              {lines.length === 0 ? <p className="soft">{none}</p> : null}
              <ul>
                {lines.map((line) => (
                  <li key={line.key} className={out.has(line.key) ? "result is-out" : "result"}>
                    <input
                      type="checkbox"
                      className="no-print"
                      aria-label={words.out(line.text)}
                      checked={!out.has(line.key)}
                      onChange={() => toggle(line.key)}
                    />
                    <span>
                      {line.text} <span className="row-meta">{line.source}</span>
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      ) : null}
    </div>
  )
}

function SelectFor({ reader, onChange }: { reader: Reader; onChange: (reader: Reader) => void }) {
  return (
    <div className="owner no-print">
      <SelectField
        label={words.reader}
        value={reader}
        onChange={(event) => onChange(event.target.value === "team" ? "team" : "customer")}
      >
        {readers.map((one) => (
          <option key={one} value={one}>
            {words.readers[one]}
          </option>
        ))}
      </SelectField>
    </div>
  )
}
