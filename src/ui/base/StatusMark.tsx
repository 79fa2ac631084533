import type { Band } from "~src/domain/assessment"

import { bandColours, bandWords } from "../strings/base"

const shapes: Record<Band, React.ReactNode> = {
  healthy: (
    <>
      <circle cx="8" cy="8" r="6.5" className="mark-fill" />
      <path d="m5 8.3 2.1 2.100L11.2 6" className="mark-cut" />
    </>
  ),
  concerning: (
    <>
      <path d="M8 1.7 15 14H1z" className="mark-fill" />
      <path d="M8 6.200v3.600M8 11.900v.1" className="mark-cut" />
    </>
  ),
  poor: (
    <>
      <path d="M5.3 1.500h5.400l3.8 3.800v5.400l-3.8 3.800H5.300l-3.8-3.800V5.300z" className="mark-fill" />
      <path d="m5.7 5.7 4.6 4.600m0-4.6-4.6 4.6" className="mark-cut" />
    </>
  ),
  unknown: <circle cx="8" cy="8" r="5.8" className="mark-hollow" />,
}

interface Props {
  band: Band
  /**
   * `full`: "Concerning yellow"; `word`: "Concerning"; `none`: the word is for assistive tech only; `silent`: the shape
   * alone, where the word stands nearby.
   */
  words?: "full" | "word" | "none" | "silent"
}

/** Shape, colour and word together: circle, triangle, octagon, hollow ring. */
export function StatusMark({ band, words = "word" }: Props) {
  const colour = bandColours[band]
  return (
    <span className={`mark mark-${band}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        {shapes[band]}
      </svg>
      {words === "silent" ? null : (
        <span className={words === "none" ? "sr-only" : undefined}>
          {bandWords[band]}
          {words === "full" && colour ? <span className="mark-colour"> {colour}</span> : null}
        </span>
      )}
    </span>
  )
}
