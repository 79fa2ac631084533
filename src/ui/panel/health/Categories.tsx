import type { Band, CategoryResult } from "~src/domain/assessment"

import { Bar } from "../../base"
import { formatScore } from "../../base/format"
import { base } from "../../strings/base"
import { panel } from "../../strings/panel"

const words = panel.health

/** A row a category; its bar is as long as it weighs, filled as far as it scores. */
export function Categories({ categories }: { categories: CategoryResult[] }) {
  const heaviest = Math.max(...categories.map(({ weight }) => weight), 0.01)
  return (
    <table className="categories" aria-label={words.categories}>
      <thead>
        <tr>
          <th scope="col">{words.category}</th>
          <th scope="col" className="category-weight">
            {words.categoryWeight}
          </th>
          <td className="category-bar" />
          <th scope="col" className="category-score">
            {words.categoryScore}
          </th>
        </tr>
      </thead>
      <tbody>
        {categories.map(({ key, label, weight, score }) => {
          const band = bandOf(score)
          return (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td className="category-weight">{`${Math.round(weight * 100)}%`}</td>
              <td className="category-bar">
                <Bar weight={weight / heaviest} value={score === null ? null : score / 10} band={band} />
              </td>
              <td className={`category-score mark-${band}`}>
                {score === null ? base.noData : formatScore(score)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** For the row's colour only; the bands that count are the rules' own. */
function bandOf(score: number | null): Band {
  if (score === null) return "unknown"
  if (score < 10 / 3) return "poor"
  return score < 20 / 3 - 1e-9 ? "concerning" : "healthy"
}
