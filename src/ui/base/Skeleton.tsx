import { base } from "../strings/base"

/** Grey lines in the shape of what is coming. One per region: it announces itself once. */
export function Skeleton({ lines = 3, label = base.loading }: { lines?: number; label?: string }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={`skeleton-line skeleton-line-${(index % 3) + 1}`} />
      ))}
    </div>
  )
}
