import type { Band, CategoryResult } from "~src/domain/assessment"

import { Bar } from "../../base"
import { formatScore } from "../../base/format"
import { base } from "../../strings/base"
import { panel } from "../../strings/panel"

/** One bar a category: as long as it weighs, filled as far as it scores. */
export function Categories({ categories }: { categories: CategoryResult[] }) {
  const heaviest = Math.max(...categories.map(({ weight }) => weight), 0.01)
  return (
    <ul className="categories" aria-label={panel.health.categories}>
      <li className="category-heads" aria-hidden="true">
        <span>{panel.health.category}</span>
        <span className="category-weight">{panel.health.categoryWeight}</span>
        <span className="category-hint">{panel.health.categoryWeightHint}</span>
        <span className="category-score">{panel.health.categoryScore}</span>
      </li>
      {categories.map(({ key, label, weight, score }) => {
        const share = `${Math.round(weight * 100)}%`
        return (
          <li key={key} title={panel.health.weight(share)}>
            <span className="category-name">{label}</span>
            <span className="category-weight">{share}</span>
            <Bar weight={weight / heaviest} value={score === null ? null : score / 10} band={bandOf(score)} />
            <span className="category-score">{score === null ? base.noData : formatScore(score)}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** For the bar's colour only; the bands that count are the rules' own. */
function bandOf(score: number | null): Band {
  if (score === null) return "unknown"
  if (score < 10 / 3) return "poor"
  return score < 20 / 3 - 1e-9 ? "concerning" : "healthy"
}
