const types = {
  ics: { type: "text/calendar;charset=utf-8", start: "" },
  json: { type: "application/json", start: "" },
  // The mark tells spreadsheets that it is UTF-8.
  csv: { type: "text/csv;charset=utf-8", start: "\uFEFF" },
}

/** Offers a text as a download, without the downloads permission. */
export function saveFile(name: string, text: string, kind: keyof typeof types = "json"): void {
  const { type, start } = types[kind]
  const url = URL.createObjectURL(new Blob([start, text], { type }))
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  // The browser reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
