/** Plain text of ours as the little HTML that Vitally keeps in bodies. */

/** Lines as paragraphs; nothing of the text is read as HTML. */
export function paragraphs(text: string): string {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => `<p>${escaped(line)}</p>`)
    .join("")
}

/** Steps as a list; empty for none. */
export function bullets(lines: readonly string[]): string {
  const items = lines.map((line) => line.trim()).filter((line) => line !== "")
  return items.length === 0 ? "" : `<ul>${items.map((line) => `<li>${escaped(line)}</li>`).join("")}</ul>`
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;")
}
