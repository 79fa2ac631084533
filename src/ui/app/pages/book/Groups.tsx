import type { BookGroup, GroupKey } from "~src/domain/book/query"
import { formatScore } from "~src/ui/base/format"
import { book } from "~src/ui/strings/book"

import { BandBar, moneyText } from "./Totals"

const words = book.groups

interface Props {
  by: GroupKey
  groups: BookGroup[]
  chosen: readonly string[]
  onChoose: (value: string) => void
}

/** One line a TA, tier or quarter; its name narrows the list below to it. */
export function Groups({ by, groups, chosen, onChoose }: Props) {
  return (
    <div className="groups">
      <table aria-label={words.label(words.by[by])}>
        <thead>
          <tr>
            <th scope="col">{words.by[by]}</th>
            <th scope="col" className="number">
              {words.customers}
            </th>
            <th scope="col" className="number">
              {words.arr}
            </th>
            <th scope="col" className="number">
              {words.score}
            </th>
            <th scope="col">{words.health}</th>
            <th scope="col" className="number">
              {words.overdue}
            </th>
            <th scope="col" className="number">
              {words.waiting}
            </th>
            <th scope="col" className="number">
              {words.atRisk}
            </th>
            <th scope="col" className="number">
              {words.lighthouse}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ value, label, totals }) => {
            const { bands, averageScore, overdue, waiting, atRisk, lighthouse, customers, arr } = totals
            return (
              <tr key={value}>
                <th scope="row">
                  <button
                    type="button"
                    className="customer"
                    aria-pressed={chosen.includes(value)}
                    onClick={() => onChoose(value)}
                  >
                    {label}
                  </button>
                </th>
                <td className="number">{customers.toLocaleString("en-US")}</td>
                <td className="number">{moneyText(arr) || "–"}</td>
                <td className="number">{averageScore === null ? "–" : formatScore(averageScore)}</td>
                <td>
                  <span className="group-health">
                    <BandBar totals={totals} />
                    <span className="soft">
                      {words.bands(bands.poor.customers, bands.concerning.customers, bands.healthy.customers)}
                    </span>
                  </span>
                </td>
                <td className={overdue > 0 ? "number late" : "number"}>{overdue}</td>
                <td className="number">{waiting}</td>
                <td className="number">{atRisk.customers === 0 ? "0" : moneyText(atRisk.arr) || "–"}</td>
                <td className="number">{lighthouse}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
