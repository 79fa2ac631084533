import type { SortingState } from "@tanstack/react-table"

import { classNames, SelectField } from "~src/ui/base"
import { book } from "~src/ui/strings/book"

const words = book.table
const columns = ["name", "tier", "stage", "health", "contact", "renewal", "arr", "seats", "owner"] as const
/** Read from the most on: days since contact and money. */
const largestFirst = new Set<string>(["contact", "arr"])

/** Sorting where a narrow window leaves columns out, whose heads would do it. */
export function SortPicker({
  sorting,
  withOwner,
  onChange,
}: {
  sorting: SortingState
  withOwner: boolean
  onChange: (sorting: SortingState) => void
}) {
  return (
    <div className={classNames("sort-picker", withOwner && "with-owner")}>
      <SelectField
        label={words.sort}
        value={sorting[0]?.id ?? ""}
        onChange={({ target: { value } }) => onChange([{ id: value, desc: largestFirst.has(value) }])}
      >
        {columns
          .filter((id) => withOwner || id !== "owner")
          .map((id) => (
            <option key={id} value={id}>
              {words[id]}
            </option>
          ))}
      </SelectField>
    </div>
  )
}
