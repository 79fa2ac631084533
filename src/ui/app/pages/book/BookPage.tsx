import { book } from "~src/ui/strings/book"

import { BookFrame } from "../../shared/BookFrame"
import { Customers } from "./Customers"

/** One person's whole book. */
export function BookPage() {
  return <BookFrame title={book.title}>{({ data, open }) => <Customers data={data} open={open} />}</BookFrame>
}
