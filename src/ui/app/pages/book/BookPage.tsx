import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react"

import { noFilter } from "~src/domain/book/filter"
import { ask } from "~src/messaging/client"
import type { BookPage as Page } from "~src/messaging/views/book"
import type { BookRow } from "~src/messaging/views/lists"
import { useStatus } from "~src/store/use-status"
import { useWrite } from "~src/store/use-write"
import { Button, ErrorNotice, Progress, SelectField, Skeleton, TextField } from "~src/ui/base"
import { MissingNotice } from "~src/ui/base/MissingNotice"
import { saveFile } from "~src/ui/base/save-file"
import { book } from "~src/ui/strings/book"

import { EmptyBook } from "../../shared/EmptyBook"
import type { Openers } from "../../shared/openers"
import { WhoseSelect } from "../../shared/WhoseSelect"
import { BookTable, type Selection } from "./BookTable"
import { Bulk } from "./Bulk"
import { Columns } from "./Columns"
import { bookCsv } from "./csv"
import { countOf, Filters } from "./Filters"
import { Groups } from "./Groups"
import { Totals } from "./Totals"
import { type BookControls, useBookState } from "./use-book-state"
import { useBookWindows, windowRows } from "./use-book-windows"
import { Views } from "./Views"

const filterOfGroup = { owner: "owner", tier: "tier", quarter: "quarter" } as const

/** Everybody's book: what it comes to, who is in it, and what to do with several of them. */
export function BookPage() {
  const controls = useBookState()
  const { state } = controls
  const { status } = useStatus()
  const { mutate: openPage } = useWrite("open.page")
  const [seen, setSeen] = useState({ from: 0, to: windowRows - 1 })
  const onSeen = useCallback((from: number, to: number) => setSeen({ from, to }), [])
  const asked = useDeferredValue(state)
  const { page, rows, fault, refetch } = useBookWindows(asked, seen)
  const open: Openers["open"] = useCallback(
    (accountId, kind = "vitally") => openPage({ page: kind, accountId }),
    [openPage],
  )
  const reading = status?.sync.phase === "first"
  const why =
    status?.vitally.state === "not-connected"
      ? "connect"
      : state.who !== "mine"
        ? "other"
        : status && !status.me
          ? "who"
          : "mine"
  return (
    <>
      <header className="page-head">
        <h1>{book.title}</h1>
        {page ? (
          <WhoseSelect
            owners={page.owners}
            value={state.who}
            onChange={(who) => controls.change({ who, filter: { ...state.filter, owner: [] } })}
          />
        ) : null}
      </header>
      {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
      {status?.vitally.state === "not-connected" ? null : <MissingNotice status={status} />}
      {reading ? (
        <div className="reading">
          <Progress value={status.sync.progress} label={book.first} />
          <p className="soft">{status.sync.text || book.first}</p>
        </div>
      ) : null}
      {!page && !fault ? <Skeleton lines={8} label={book.loading} /> : null}
      {page?.all === 0 && !reading ? (
        <EmptyBook why={why} onOptions={() => openPage({ page: "options" })} />
      ) : null}
      {page && page.all > 0 ? (
        <Shown page={page} rows={rows} controls={controls} onSeen={onSeen} open={open} />
      ) : null}
    </>
  )
}

interface ShownProps extends Openers {
  page: Page
  rows: ReadonlyMap<number, BookRow>
  controls: BookControls
  onSeen: (from: number, to: number) => void
}

function Shown({ page, rows, controls, onSeen, open }: ShownProps) {
  const { state, change, changeFilter } = controls
  const { filter, group } = state
  const scroller = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<ReadonlyMap<string, BookRow>>(new Map())
  const request = useMemo(
    () => ({ who: state.who, filter, sort: state.sort }),
    [state.who, filter, state.sort],
  )
  const selection: Selection = {
    ids: useMemo(() => new Set(chosen.keys()), [chosen]),
    toggle: (row) =>
      setChosen((before) => {
        const next = new Map(before)
        if (!next.delete(row.id)) next.set(row.id, row)
        return next
      }),
    toggleAll: () => {
      if (chosen.size > 0) setChosen(new Map())
      else
        void ask("book.csv", request).then(
          ({ rows: all }) => setChosen(new Map(all.map((row) => [row.id, row]))),
          () => undefined,
        )
    },
  }
  const toggle = <T extends string>(list: readonly T[], value: T) =>
    list.includes(value) ? list.filter((one) => one !== value) : [...list, value]
  const save = () =>
    void ask("book.csv", request).then(
      ({ rows: all }) => saveFile(`book-${page.today}.csv`, bookCsv(all, state.columns), "csv"),
      () => undefined,
    )
  const isFiltered = filter.text !== "" || countOf(filter) > 0
  return (
    <>
      <Totals
        totals={page.totals}
        chosen={filter.quarter}
        onQuarter={(label) => changeFilter({ quarter: toggle(filter.quarter, label) })}
      />
      <Views controls={controls} dashboards={page.dashboards} />
      <div className="filters" role="search" aria-label={book.filters.label}>
        <TextField
          label={book.filters.text}
          type="search"
          value={filter.text}
          onChange={(event) => changeFilter({ text: event.target.value })}
        />
        <Filters page={page} controls={controls} />
        <Columns controls={controls} />
        <SelectField
          label={book.groups.choose}
          value={group ?? ""}
          onChange={(event) => change({ group: (event.target.value || undefined) as typeof group })}
        >
          <option value="">{book.groups.none}</option>
          {(["owner", "tier", "quarter"] as const).map((key) => (
            <option key={key} value={key}>
              {book.groups.by[key]}
            </option>
          ))}
        </SelectField>
        {isFiltered ? (
          <Button kind="quiet" onClick={() => change({ filter: noFilter })}>
            {book.filters.clear}
          </Button>
        ) : null}
        <span className="spacer" />
        <Button icon="down" onClick={save}>
          {book.filters.export}
        </Button>
      </div>
      {group ? (
        <Groups
          by={group}
          groups={page.groups}
          chosen={filter[filterOfGroup[group]]}
          onChoose={(value) =>
            changeFilter({ [filterOfGroup[group]]: toggle(filter[filterOfGroup[group]], value) })
          }
        />
      ) : null}
      {chosen.size > 0 ? (
        <Bulk chosen={chosen} today={page.today} onDone={() => setChosen(new Map())} />
      ) : null}
      <p className="shown" role="status">
        {book.filters.shown(page.count, page.all)}
      </p>
      <BookTable
        state={state}
        scroller={scroller}
        rows={rows}
        count={page.count}
        today={page.today}
        selection={selection}
        onSort={(sort) => change({ sort })}
        onSeen={onSeen}
        open={open}
      />
    </>
  )
}
