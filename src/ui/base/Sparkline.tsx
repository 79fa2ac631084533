export interface SparklinePoint {
  /** A calendar date: points are spaced by time. */
  on: string
  /** 0 to `max`; null leaves a gap. */
  value: number | null
}

const width = 120
const height = 28
const margin = 3

/** A small line over time. Says in `label` what it shows. Nothing where fewer than two points have a value. */
export function Sparkline({
  points,
  max = 10,
  label,
}: {
  points: SparklinePoint[]
  max?: number
  label: string
}) {
  const known = points.filter((point) => point.value !== null)
  const first = points[0]
  const last = points.at(-1)
  if (known.length < 2 || !first || !last) return null
  const start = Date.parse(first.on)
  const span = Date.parse(last.on) - start || 1
  const x = (on: string) => margin + ((Date.parse(on) - start) / span) * (width - 2 * margin)
  const y = (value: number) => height - margin - (value / max) * (height - 2 * margin)
  const end = known.at(-1)
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      height={height}
      preserveAspectRatio="xMaxYMid meet"
      role="img"
      aria-label={label}
    >
      <path d={`M0 ${y(max / 3)}H${width}M0 ${y((2 * max) / 3)}H${width}`} className="sparkline-grid" />
      <path d={linePath(points, x, y)} className="sparkline-line" />
      {end?.value != null ? (
        <circle cx={x(end.on)} cy={y(end.value)} r="2.5" className="sparkline-end" />
      ) : null}
    </svg>
  )
}

function linePath(points: SparklinePoint[], x: (on: string) => number, y: (value: number) => number): string {
  let pen = "M"
  let path = ""
  for (const { on, value } of points) {
    if (value === null) {
      pen = "M"
      continue
    }
    path += `${pen}${x(on).toFixed(1)} ${y(value).toFixed(1)}`
    pen = "L"
  }
  return path
}
