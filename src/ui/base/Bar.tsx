import type { Band } from "~src/domain/assessment"

/**
 * A bar whose length is its weight and whose filling is its value, both 0-1. Decoration: the numbers stand beside
 * it.
 */
export function Bar({ weight = 1, value, band }: { weight?: number; value: number | null; band: Band }) {
  return (
    <svg className="bar" width="100%" height="6" aria-hidden="true" focusable="false">
      <rect className="bar-track" width={`${weight * 100}%`} height="6" rx="3" />
      {value === null ? null : (
        <rect className={`bar-fill bar-${band}`} width={`${weight * value * 100}%`} height="6" rx="3" />
      )}
    </svg>
  )
}
