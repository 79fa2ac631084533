import { popup } from "../strings/popup"

/** The initials of the colleague whose customer it is; nothing for one's own. */
export function CoverChip({ name }: { name: string | undefined }) {
  if (name === undefined) return null
  const initials = name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .join("")
    .slice(0, 2)
    .toUpperCase()
  return (
    <span className="cover-chip" title={popup.coverFor(name)}>
      <span aria-hidden="true">{initials}</span>
      <span className="sr-only">{popup.coverFor(name)}</span>
    </span>
  )
}
