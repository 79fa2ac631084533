/** A book for tests and pictures. */
import { queryBook } from "~src/domain/book/query"
import type { BookPage, BookPageRequest } from "~src/messaging/views/book"
import type { Book, BookRow } from "~src/messaging/views/lists"

const today = "2026-11-23"

export function sampleRow(name: string, part: Partial<BookRow> = {}): BookRow {
  return {
    id: name.toLowerCase(),
    name,
    owner: "ada",
    ownerName: "Ada Moss",
    tier: "Mid-Market",
    tierRank: 3,
    team: null,
    stage: "2. Adopting",
    score: 8.1,
    band: "healthy",
    daysSinceContact: 12,
    contactStatus: "ok",
    daysOut: null,
    ...part,
  }
}

export function sampleBook(rows: BookRow[], part: Partial<Book> = {}): Book {
  return {
    today,
    owner: { adminId: "ada", name: "Ada Moss" },
    owners: [
      { adminId: "ada", name: "Ada Moss", count: rows.length },
      { adminId: "bo", name: "Bo Lind", count: 9 },
    ],
    rows,
    changes: [],
    ...part,
  }
}

/** What the worker answers to `book.page` over these rows, by the rules themselves. */
export function samplePage(book: Book, request: BookPageRequest): BookPage {
  const { rows } = book
  return {
    today: book.today,
    ...queryBook(rows, { ...request, group: request.group }, { today: book.today, fiscalYearStart: 2 }),
    all: rows.length,
    tiers: [...new Set(rows.map(({ tier }) => tier ?? "-"))],
    stages: [...new Set(rows.flatMap(({ stage }) => stage ?? []))],
    quarters: [],
    owners: book.owners,
    dashboards: [],
  }
}
