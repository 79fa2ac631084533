/** The book page's entry: wiring only. */
import "~src/ui/tokens.css"
import "~src/ui/whole-tab.css"
import "~src/ui/base/base.css"
import "~src/ui/book/book.css"

import { BookPage } from "~src/ui/book/BookPage"

export default function Book() {
  return <BookPage />
}
