import { bandWords } from "../strings/base"

/** Where a number stands between red and green. `green` and `red` are the borders of the yellow band. */
export interface ScaleProps {
  min: number
  max: number
  green: number
  red: number
  higherIsBetter: boolean
  value: number | null
  /** Writes a number as the trait does: "62%". */
  format: (value: number) => string
  /** The whole in words, for those who do not see it. */
  label: string
}

/** A letter's width in percent of the narrowest scale, that of a panel of 280 px. */
const charShare = 2.6

/** Three zones with their borders written above, their names below, and a pointer at the value. */
export function Scale({ min, max, green, red, higherIsBetter, value, format, label }: ScaleProps) {
  const span = max - min || 1
  const place = (at: number) => Math.min(100, Math.max(0, ((at - min) / span) * 100))
  const [first, second] = higherIsBetter ? [red, green] : [green, red]
  const borders = [0, place(first), place(second), 100] as const
  const zones = higherIsBetter
    ? (["poor", "concerning", "healthy"] as const)
    : (["healthy", "concerning", "poor"] as const)
  return (
    <svg className="scale" width="100%" height="44" role="img" aria-label={label}>
      {zones.map((zone, index) => {
        const from = borders[index] ?? 0
        const width = (borders[index + 1] ?? 100) - from
        return width <= 0 ? null : (
          <g key={zone}>
            <rect
              className={`scale-zone scale-${zone}`}
              x={`${from}%`}
              y="18"
              width={`${width}%`}
              height="6"
            />
            {width >= bandWords[zone].length * charShare ? (
              <text className="scale-name" x={`${from + width / 2}%`} y="39" textAnchor="middle">
                {bandWords[zone]}
              </text>
            ) : null}
          </g>
        )
      })}
      {[...new Set([first, second])].map((border) => (
        <g key={border}>
          <line className="scale-border" x1={`${place(border)}%`} x2={`${place(border)}%`} y1="14" y2="28" />
          <text className="scale-number" x={`${place(border)}%`} y="10" textAnchor="middle">
            {format(border)}
          </text>
        </g>
      ))}
      {value === null ? null : (
        <svg x={`${place(value)}%`} y="12" overflow="visible">
          <circle className="scale-pointer" cx="0" cy="9" r="6" />
        </svg>
      )}
    </svg>
  )
}
