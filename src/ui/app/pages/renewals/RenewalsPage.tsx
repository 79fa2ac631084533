import { app } from "~src/ui/strings/app"

import { BookFrame } from "../../shared/BookFrame"
import { Renewals } from "./Renewals"

/** What renews when, in one person's book. */
export function RenewalsPage() {
  return (
    <BookFrame title={app.pages.renewals}>
      {({ data, open }) => <Renewals data={data} open={open} />}
    </BookFrame>
  )
}
