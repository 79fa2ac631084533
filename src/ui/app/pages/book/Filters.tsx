import type { ReactNode } from "react"

import type { BookRow } from "~src/messaging/views/lists"

import { Button, SelectField, TextField } from "~src/ui/base"
import { bandWords } from "~src/ui/strings/base"
import { bandOrder, book, contactOrder, contactWords } from "~src/ui/strings/book"
import { type BookFilter, noFilter, noTier, tiersOf, windowWords } from "../../shared/book-filter"

const words = book.filters

interface Props {
  rows: BookRow[]
  filter: BookFilter
  onChange: (filter: BookFilter) => void
  children: ReactNode
}

/** What narrows the table; each works together with the others. */
export function Filters({ rows, filter, onChange, children }: Props) {
  const set = (part: Partial<BookFilter>) => onChange({ ...filter, ...part })
  const windows = windowWords(rows)
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(noFilter)
  return (
    <div className="filters" role="search" aria-label={words.label}>
      <TextField
        label={words.text}
        type="search"
        value={filter.text}
        onChange={(event) => set({ text: event.target.value })}
      />
      <Choice
        label={words.tier}
        value={filter.tier}
        options={tiersOf(rows).map((tier) => [tier, tier === noTier ? words.noTier : tier])}
        onChange={(tier) => set({ tier })}
      />
      <Choice
        label={words.band}
        value={filter.band}
        options={bandOrder.map((band) => [band, bandWords[band]])}
        onChange={(band) => set({ band })}
      />
      <Choice
        label={words.contact}
        value={filter.contact}
        options={contactOrder.map((status) => [status, contactWords[status]])}
        onChange={(contact) => set({ contact })}
      />
      <Choice
        label={words.renewal}
        value={filter.renewal}
        options={(["formal", "early", "ended", "none"] as const).map((window) => [window, windows[window]])}
        onChange={(renewal) => set({ renewal })}
      />
      {isFiltered ? (
        <Button kind="quiet" onClick={() => onChange(noFilter)}>
          {words.clear}
        </Button>
      ) : null}
      {children}
    </div>
  )
}

interface ChoiceProps<T extends string> {
  label: string
  value: T | ""
  options: [T, string][]
  onChange: (value: T | "") => void
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <SelectField label={label} value={value} onChange={(event) => onChange(event.target.value as T | "")}>
      <option value="">{words.all}</option>
      {options.map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </SelectField>
  )
}
