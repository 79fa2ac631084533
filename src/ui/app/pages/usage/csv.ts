/**
 * CSV by parts (RFC 4180): quoted cells with separators, line ends and doubled quotes in them, any line end, a byte order mark. Papaparse
 * brings a way to the network along that no page of ours may hold; it is the oracle in the tests.
 */
export interface CsvReader {
  /** The rows that are whole by now. */
  feed: (text: string) => string[][]
  /** What is left at the end of the file. */
  end: () => string[][]
}

export function csvReader(separator: string): CsvReader {
  let row: string[] = []
  let cell = ""
  let state: "start" | "plain" | "quoted" | "closing" = "start"
  let afterReturn = false
  let rows: string[][] = []
  const ends = new Set([separator, "\n", "\r"].map((mark) => mark.charCodeAt(0)))

  const endCell = () => {
    row.push(cell)
    cell = ""
    state = "start"
  }
  const endRow = () => {
    endCell()
    rows.push(row)
    row = []
  }
  const take = (char: string) => {
    // The second half of a Windows line end, maybe in the next part.
    const isSecond = afterReturn && char === "\n"
    afterReturn = false
    if (isSecond) return
    if (state === "quoted") {
      if (char === '"') state = "closing"
      else cell += char
    } else if (state === "closing" && char === '"') {
      cell += char
      state = "quoted"
    } else if (char === separator) endCell()
    else if (char === "\n" || char === "\r") {
      afterReturn = char === "\r"
      endRow()
    } else if (char === '"' && state === "start") state = "quoted"
    else {
      cell += char
      state = "plain"
    }
  }
  /** Letters that only lengthen the cell are taken together: one by one, a large file takes three times as long. */
  const endOfRun = (text: string, from: number): number => {
    if (state === "quoted") return indexOr(text, '"', from)
    if (state === "closing" || (state === "start" && text.charAt(from) === '"')) return from
    let end = from
    while (end < text.length && !ends.has(text.charCodeAt(end))) end++
    return end
  }
  const given = () => {
    const done = rows
    rows = []
    return done
  }
  return {
    feed(text) {
      for (let at = 0; at < text.length;) {
        const end = endOfRun(text, at)
        if (end > at) {
          cell += text.slice(at, end)
          if (state === "start") state = "plain"
          afterReturn = false
        } else take(text.charAt(at))
        at = end > at ? end : at + 1
      }
      return given()
    },
    end() {
      if (row.length > 0 || cell !== "" || state !== "start") endRow()
      return given()
    },
  }
}

function indexOr(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at
}

/** The separator that the heading line has most of: Excel writes semicolons where commas are decimal. */
export function separatorOf(heading: string): string {
  const count = (mark: string) => heading.split(mark).length
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}
