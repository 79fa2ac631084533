import { Button } from "../../base"

/** The button under a shortened list. */
export function ShowMore({
  open,
  more,
  fewer,
  onToggle,
}: {
  open: boolean
  more: string
  fewer: string
  onToggle: (open: boolean) => void
}) {
  return (
    <Button kind="quiet" className="show-more" aria-expanded={open} onClick={() => onToggle(!open)}>
      {open ? fewer : more}
    </Button>
  )
}
