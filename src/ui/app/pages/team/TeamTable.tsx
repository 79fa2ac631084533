import type { BookPage } from "~src/messaging/views/book"
import type { WeekHistory } from "~src/messaging/views/team"
import { Button, Name, Sparkline } from "~src/ui/base"
import { formatDate, formatScore } from "~src/ui/base/format"
import { team as words } from "~src/ui/strings/team"

import { BandBar, moneyText } from "../book/Totals"

interface Props {
  page: BookPage
  /** Undefined while it is read. */
  history: WeekHistory | undefined
  onOpen: (owner: string) => void
}

const { heads } = words

export function TeamTable({ page, history, onOpen }: Props) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll-x" tabIndex={0} role="group" aria-label={words.title}>
      <table className="sheet" aria-label={words.title}>
        <thead>
          <tr>
            <th scope="col">{heads.ta}</th>
            <th scope="col" className="number">
              {heads.customers}
            </th>
            <th scope="col" className="number">
              {heads.arr}
            </th>
            <th scope="col" className="number">
              {heads.score}
            </th>
            <th scope="col">{heads.health}</th>
            <th scope="col">{heads.trend}</th>
            <th scope="col" className="number">
              {heads.overdue}
            </th>
            <th scope="col" className="number">
              {heads.waiting}
            </th>
            <th scope="col" className="number">
              {heads.risk}
            </th>
            <th scope="col" className="number">
              {heads.lighthouse}
            </th>
            <th scope="col" className="no-print">
              {heads.sheet}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.groups.map(({ value, label, totals }) => (
            <tr key={value}>
              <th scope="row">
                <Name>{label}</Name>
              </th>
              <td className="number">{totals.customers}</td>
              <td className="number">{moneyText(totals.arr) || words.unknown}</td>
              <td className="number">
                {totals.averageScore === null ? words.unknown : formatScore(totals.averageScore)}
              </td>
              <td>
                <BandBar totals={totals} />
                <span className="row-meta">
                  {words.counts(
                    totals.bands.poor.customers,
                    totals.bands.concerning.customers,
                    totals.bands.healthy.customers,
                  )}
                </span>
              </td>
              <td>{history ? <Trend owner={value} name={label} history={history} /> : null}</td>
              <td className="number">{totals.overdue}</td>
              <td className="number">{totals.waiting}</td>
              <td className="number">{moneyText(totals.atRisk.arr) || "0"}</td>
              <td className="number">{totals.lighthouse}</td>
              <td className="no-print">
                {value === "" ? null : (
                  <Button kind="quiet" aria-label={words.open(label)} onClick={() => onOpen(value)}>
                    {words.openShort}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Trend({ owner, name, history }: { owner: string; name: string; history: WeekHistory }) {
  const { knownSince, today } = history
  const weeks = history.trends.find((trend) => trend.owner === owner)?.weeks ?? []
  const known = weeks.filter(({ average }) => average !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || known.length < 2)
    return <span className="soft">{words.noTrend(knownSince && formatDate(knownSince, today))}</span>
  return (
    <Sparkline
      points={weeks.map(({ endsOn, average }) => ({ on: endsOn, value: average }))}
      label={words.trendOf(
        name,
        formatScore(first.average ?? 0),
        formatScore(last.average ?? 0),
        formatDate(first.endsOn, today),
      )}
    />
  )
}
