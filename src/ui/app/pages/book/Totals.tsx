import type { Band } from "~src/domain/assessment"
import { type BookTotals, type Money, portfolioGoal } from "~src/domain/book/totals"
import { formatMoney, formatScore } from "~src/ui/base/format"
import { bandWords } from "~src/ui/strings/base"
import { book } from "~src/ui/strings/book"

const words = book.totals
const shownBands: readonly Band[] = ["poor", "concerning", "healthy", "unknown"]

interface Props {
  totals: BookTotals
  chosen: readonly string[]
  onQuarter: (label: string) => void
}

/** What the shown customers come to; a bar is a filter. */
export function Totals({ totals, chosen, onQuarter }: Props) {
  const { customers, arr, withoutArr, averageScore, withScore, bands, atRisk } = totals
  return (
    <dl className="totals">
      <div>
        <dt>{words.customers}</dt>
        <dd>
          <strong>{customers.toLocaleString("en-US")}</strong>
        </dd>
      </div>
      <div>
        <dt>{words.arr}</dt>
        <dd>
          <strong>{moneyText(arr) || words.none}</strong>
          {withoutArr > 0 ? <span className="soft">{words.withoutArr(withoutArr)}</span> : null}
        </dd>
      </div>
      <div>
        <dt>{words.score(formatScore(portfolioGoal))}</dt>
        <dd>
          <strong>{averageScore === null ? words.none : formatScore(averageScore)}</strong>
          {averageScore === null ? null : (
            <span className="soft">{words.goal(averageScore - portfolioGoal, withScore, customers)}</span>
          )}
          <BandBar totals={totals} />
        </dd>
      </div>
      <div>
        <dt>{words.bands}</dt>
        <dd>
          <ul className="band-list">
            {shownBands.map((band) =>
              bands[band].customers === 0 ? null : (
                <li key={band}>
                  <span className={`dot dot-${band}`} aria-hidden="true" />
                  {bandWords[band]}: {bands[band].customers}
                  {bands[band].arr.length > 0 ? ` · ${moneyText(bands[band].arr)}` : ""}
                </li>
              ),
            )}
          </ul>
        </dd>
      </div>
      <div>
        <dt>{words.atRisk}</dt>
        <dd>
          <strong>{moneyText(atRisk.arr) || words.none}</strong>
          <span className="soft">{words.atRiskOf(atRisk.customers)}</span>
        </dd>
      </div>
      <div className="quarters-box">
        <dt>{words.quarters}</dt>
        <dd>
          <Quarters totals={totals} chosen={chosen} onQuarter={onQuarter} />
        </dd>
      </div>
    </dl>
  )
}

export const moneyText = (list: readonly Money[]) =>
  list.map(({ currency, sum }) => formatMoney(sum, currency)).join(" + ")

/** The shares of the bands; the list beside it says the same in words. */
export function BandBar({ totals: { bands, customers } }: { totals: BookTotals }) {
  return (
    <span className="band-bar" aria-hidden="true">
      {shownBands.map((band) =>
        bands[band].customers === 0 ? null : (
          <span
            key={band}
            className={`band-part dot-${band}`}
            style={{ flexGrow: bands[band].customers / Math.max(1, customers) }}
          />
        ),
      )}
    </span>
  )
}

/** Renewals by fiscal quarter: green faded, yellow and red are what is at risk. */
function Quarters({ totals, chosen, onQuarter }: Props) {
  const { currency, rows } = totals.quarters
  const most = Math.max(1, ...rows.map(({ arr }) => arr.poor + arr.concerning + arr.healthy + arr.unknown))
  return (
    <ul className="quarters">
      {rows.map(({ label, arr, customers }) => {
        const risk = arr.poor + arr.concerning
        return (
          <li key={label}>
            <button
              type="button"
              aria-pressed={chosen.includes(label)}
              title={words.quarterAbout(label, customers, formatMoney(risk, currency))}
              onClick={() => onQuarter(label)}
            >
              <span className="quarter-bar" aria-hidden="true">
                {(["unknown", "healthy", "concerning", "poor"] as const).map((band) => (
                  <span
                    key={band}
                    className={`quarter-part dot-${band}`}
                    style={{ height: `${(100 * arr[band]) / most}%` }}
                  />
                ))}
              </span>
              <strong>{formatMoney(risk, currency)}</strong>
              <span className="soft">{label}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
