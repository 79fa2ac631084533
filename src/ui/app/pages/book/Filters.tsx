import { useId } from "react"

import { bookFlags, noFilter, noTier } from "~src/domain/book/filter"
import type { BookPage } from "~src/messaging/views/book"
import { Button, Popover } from "~src/ui/base"
import { bandWords } from "~src/ui/strings/base"
import { bandOrder, book, contactOrder, contactWords } from "~src/ui/strings/book"

import type { BookControls } from "./use-book-state"

const words = book.filters
const windows = ["ended", "formal", "early", "later", "none"] as const

/** Everything that narrows the list. All groups hold at once; within a group any ticked value does. */
export function Filters({ page, controls }: { page: BookPage; controls: BookControls }) {
  const { state, changeFilter } = controls
  const { filter } = state
  const chosen = countOf(filter)
  const text = chosen === 0 ? words.open : words.openCount(chosen)
  return (
    <Popover label={text} kind="secondary" text={text} className="filters-button">
      <div className="filter-groups">
        <Group
          name={words.flag}
          options={bookFlags.map((flag) => [flag, words.flags[flag]])}
          chosen={filter.flag}
          onChange={(flag) => changeFilter({ flag })}
        />
        <Group
          name={words.band}
          options={bandOrder.map((band) => [band, bandWords[band]])}
          chosen={filter.band}
          onChange={(band) => changeFilter({ band })}
        />
        <Group
          name={words.tier}
          options={page.tiers.map((tier) => [tier, tier === noTier ? words.noTier : tier])}
          chosen={filter.tier}
          onChange={(tier) => changeFilter({ tier })}
        />
        <Group
          name={words.stage}
          options={page.stages.map((stage) => [stage, stage])}
          chosen={filter.stage}
          onChange={(stage) => changeFilter({ stage })}
        />
        <Group
          name={words.contact}
          options={contactOrder.map((status) => [status, contactWords[status]])}
          chosen={filter.contact}
          onChange={(contact) => changeFilter({ contact })}
        />
        <Group
          name={words.renewal}
          options={windows.map((window) => [window, book.windows[window]])}
          chosen={filter.renewal}
          onChange={(renewal) => changeFilter({ renewal })}
        />
        <Group
          name={words.quarter}
          options={page.quarters.map((label) => [label, label])}
          chosen={filter.quarter}
          onChange={(quarter) => changeFilter({ quarter })}
        />
        {chosen > 0 ? (
          <Button kind="quiet" onClick={() => changeFilter({ ...noFilter, text: filter.text })}>
            {words.clear}
          </Button>
        ) : null}
      </div>
    </Popover>
  )
}

/** How many values are ticked, the search text aside. */
export function countOf(filter: typeof noFilter): number {
  return Object.values(filter).reduce<number>(
    (sum, value: unknown) => sum + (Array.isArray(value) ? value.length : 0),
    0,
  )
}

interface GroupProps<T extends string> {
  name: string
  options: [T, string][]
  chosen: readonly T[]
  onChange: (next: T[]) => void
}

function Group<T extends string>({ name, options, chosen, onChange }: GroupProps<T>) {
  const id = useId()
  if (options.length === 0) return null
  return (
    <fieldset className="filter-group" aria-labelledby={id}>
      <legend id={id}>{name}</legend>
      {options.map(([value, text]) => (
        <label key={value} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
          {text}
        </label>
      ))}
    </fieldset>
  )
}
