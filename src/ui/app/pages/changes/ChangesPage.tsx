import { app } from "~src/ui/strings/app"

import { BookFrame } from "../../shared/BookFrame"
import { HealthChanges } from "./HealthChanges"

/** Whose health moved, in one person's book. */
export function ChangesPage() {
  return (
    <BookFrame title={app.pages.changes}>
      {({ data, open }) => <HealthChanges data={data} open={open} />}
    </BookFrame>
  )
}
