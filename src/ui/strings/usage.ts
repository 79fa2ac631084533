const rows = (count: number) => (count === 1 ? "1 row" : `${count.toLocaleString("en")} rows`)

export const usageText = {
  title: "Usage",
  about:
    "Drop a file of usage here: one row for each customer and week, as Looker sends it on schedule. CSV or JSON. It stays in this browser.",
  choose: "Choose a file",
  reading: "Reading the file…",
  columns: "What the columns are",
  columnsAbout: "Found by their names. Correct what is wrong; it is remembered for the next file.",
  none: "not in this file",
  uses: {
    account: "Customer (id or name)",
    on: "Week or day",
    dau: "Daily users",
    wau: "Weekly users",
    mau: "Monthly users",
    seats: "Seats",
    mauOverSeats: "Monthly users / seats",
    dauOverMau: "Daily / monthly users",
  },
  preview: "The first rows",
  missing: {
    account: "Say which column names the customer.",
    on: "Say which column holds the week or day.",
    numbers: "Say which column holds at least one number.",
  },
  take: "Import",
  taking: "Importing",
  another: "Choose another file",
  done: (count: number, customers: number) =>
    `${rows(count)} imported${customers > 0 ? `; ${customers.toLocaleString("en")} names matched no customer` : ""}.`,
  bad: (count: number) => `${rows(count)} could not be read and were left out.`,
  line: (line: number) => `Line ${line}:`,
  faults: {
    "no-account": "it names no customer.",
    "no-date": "it has no date of the form 2026-11-23.",
    "no-number": "it holds no number that could be read.",
  },
  unmatched: "Names that match no customer",
  unmatchedAbout: "Link a name once; later files find it.",
  linkTo: (name: string) => `Customer for ${name}`,
  linkThis: "Link",
  rows,
  files: "Imported files",
  noFiles: "Nothing has been imported yet.",
  undo: (name: string) => `Undo ${name}`,
  undone: "The import was taken back. What earlier files said of the same days stands again.",
  fileFaults: {
    large: "The file is larger than 200 MB. Let Looker send fewer columns or weeks.",
    few: "This is no table: it needs headings in the first line and at least two columns.",
    json: "This JSON holds no list of rows.",
    other: "The file could not be read.",
  },
  curve: {
    title: "13 weeks",
    label: (trait: string, from: string, to: string, first: string, last: string) =>
      `${trait}: ${first} on ${from}, ${last} on ${to}`,
    since: (points: number) =>
      `Since the last contact: ${points > 0 ? "+" : points < 0 ? "−" : "±"}${Math.abs(points)} points.`,
    source: (on: string) => `From imported usage, newest ${on}.`,
    numbers: "Numbers",
    week: "Day",
  },
}
