import { type KeyboardEvent, useRef, useState } from "react"

import { ask } from "~src/messaging/client"
import type { ManualTrait, SweepRow, TraitSweep } from "~src/messaging/views/week"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { useQueuedWrite, useWrite } from "~src/store/use-write"
import { Button, ErrorNotice, Name, Progress, Skeleton, StatusMark } from "~src/ui/base"
import { formatDate, formatScore } from "~src/ui/base/format"
import { sweep } from "~src/ui/strings/week"

import { useUndoable } from "../../shared/use-undoable"
import { useWho, WhosePicker } from "../../shared/WhosePicker"

const { heads, values: words } = sweep
const choices: Record<ManualTrait, [value: string | boolean, word: string][]> = {
  sentiment: [
    ["healthy", words.healthy],
    ["concerning", words.concerning],
    ["poor", words.poor],
  ],
  activeChampion: [
    [true, words.yes],
    [false, words.no],
  ],
  accessToBuyer: [
    [true, words.yes],
    [false, words.no],
  ],
}
const traits = Object.keys(choices) as ManualTrait[]

/** One pass over the three traits that people keep by hand, without leaving the keyboard. */
export function TraitsPage() {
  const who = useWho()
  const { data, fault, refetch } = useWorkerQuery("week.traits", { who }, [
    "book",
    "settings",
    "outbox",
    "week",
  ])
  const [withAll, setAll] = useState(false)
  // Those that were due when the page was opened stay in their place once they are done.
  const [atFirst, setAtFirst] = useState<{ who: string; ids: ReadonlySet<string> } | null>(null)
  if (data && atFirst?.who !== who) {
    setAtFirst({ who, ids: new Set(data.rows.filter(({ isDue }) => isDue).map(({ id }) => id)) })
  }
  const due = data?.rows.filter(({ id }) => atFirst?.ids.has(id)) ?? []
  const done = due.filter(({ isDue }) => !isDue).length
  return (
    <>
      <header className="page-head">
        <h1>{sweep.title}</h1>
        <WhosePicker />
        <label className="check">
          <input type="checkbox" checked={withAll} onChange={({ target }) => setAll(target.checked)} />
          {sweep.all}
        </label>
        <span className="spacer" />
        {due.length > 0 ? (
          <span className="sweep-progress">
            <span role="status">{sweep.done(done, due.length)}</span>
            <Progress value={done / due.length} label={sweep.done(done, due.length)} />
          </span>
        ) : null}
      </header>
      {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
      {!data && !fault ? <Skeleton lines={8} /> : null}
      {data ? (
        <>
          <p className="soft">{sweep.about(due.length - done, data.staleAfterDays)}</p>
          {data.canSet.length === 0 ? <p>{sweep.readOnly}</p> : <p className="soft no-print">{sweep.keys}</p>}
          <Table data={data} rows={withAll ? data.rows : due} />
        </>
      ) : null}
    </>
  )
}

function Table({ data, rows }: { data: TraitSweep; rows: SweepRow[] }) {
  const body = useRef<HTMLTableSectionElement>(null)
  if (rows.length === 0) return null
  /** Up and down keep the column; the three setters are radio groups, in which the arrows to the sides choose. */
  const move = (event: KeyboardEvent) => {
    const cell = (event.target as Element).closest("td")
    const row = cell?.closest("tr")
    if (!cell || !row || !body.current) return
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    focusIn(body.current.rows[row.sectionRowIndex + by]?.cells[cell.cellIndex])
  }
  return (
    // The table carries the arrow keys of its cells.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <table className="sheet sweep" aria-label={sweep.title} onKeyDown={move}>
      <thead>
        <tr>
          <th scope="col">{heads.customer}</th>
          <th scope="col">{heads.score}</th>
          {traits.map((trait) => (
            <th key={trait} scope="col">
              {heads[trait]}
            </th>
          ))}
          <th scope="col">{heads.checked}</th>
          <th scope="col">{heads.since}</th>
          <td />
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row) => (
          <Row key={row.id} row={row} data={data} />
        ))}
      </tbody>
    </table>
  )
}

function focusIn(cell: HTMLTableCellElement | undefined): void {
  const target =
    cell?.querySelector<HTMLElement>('[aria-pressed="true"]') ?? cell?.querySelector<HTMLElement>("button")
  target?.focus()
}

function Row({ row, data }: { row: SweepRow; data: TraitSweep }) {
  const { id, name, score, band, checkedOn, isDue, since } = row
  const { mutate: openPage } = useWrite("open.page")
  const undoable = useUndoable()
  const check = () =>
    void undoable(
      () => ask("week.checkTraits", { accountId: id, checked: true }),
      sweep.checked(name),
      () => ask("week.checkTraits", { accountId: id, checked: false }),
    )
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.key !== "Enter" || (event.target as Element).closest("[data-own-enter]")) return
    event.preventDefault()
    check()
    const { currentTarget } = event
    const cell = (event.target as Element).closest("td")
    const next = currentTarget.nextElementSibling
    if (cell && next instanceof HTMLTableRowElement) focusIn(next.cells[cell.cellIndex])
  }
  return (
    // The keys act on what is focused inside the row; the row itself takes no focus.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <tr className={isDue ? undefined : "is-done"} onKeyDown={onKeyDown}>
      <th scope="row">
        <button
          type="button"
          className="customer"
          data-own-enter
          onClick={() => openPage({ page: "vitally", accountId: id })}
        >
          <Name>{name}</Name>
        </button>
      </th>
      <td>
        <span className="health-cell">
          <StatusMark band={band} />
          {score === null ? null : <span className="soft">{formatScore(score)}</span>}
        </span>
      </td>
      {traits.map((trait) => (
        <td key={trait}>
          <Setter row={row} trait={trait} canSet={data.canSet.includes(trait)} />
        </td>
      ))}
      <td>{checkedOn === null ? sweep.never : formatDate(checkedOn, data.today)}</td>
      <td>{since}</td>
      <td>
        <Button kind="secondary" aria-label={sweep.noChangeOf(name)} data-own-enter onClick={check}>
          {sweep.noChange}
        </Button>
      </td>
    </tr>
  )
}

/** One trait: a button for each value, set by 1 2 3 as well. */
function Setter({ row, trait, canSet }: { row: SweepRow; trait: ManualTrait; canSet: boolean }) {
  const write = useQueuedWrite()
  const options = choices[trait]
  const set = ([value, word]: (typeof options)[number]) => {
    if (value !== row.values[trait])
      void write("trait.set", { accountId: row.id, trait, value }, sweep.saved(row.name, heads[trait], word))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const option = options[Number(event.key) - 1]
    if (option && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      set(option)
      return
    }
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const cell = (event.target as Element).closest("td")
    const next = by === 1 ? cell?.nextElementSibling : cell?.previousElementSibling
    if (next instanceof HTMLTableCellElement) focusIn(next)
  }
  return (
    // The group carries the keys of its buttons.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={sweep.traitOf(heads[trait], row.name)}
      className="segments"
      onKeyDown={onKeyDown}
    >
      {options.map((option) => (
        <button
          key={option[1]}
          type="button"
          aria-pressed={row.values[trait] === option[0]}
          disabled={!canSet}
          onClick={() => set(option)}
        >
          {option[1]}
        </button>
      ))}
    </div>
  )
}
