/** A book for tests and pictures. */
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
