/** Addresses of earlier versions: bookmarks and links to them lead to the same page of the app. */
import { mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"

const oldPages = ["book", "coverage", "link", "welcome"]

/** Runs on the old page itself. `book.html#renewals` was a view of the book, `link.html#ref=…` named what to link. */
const script = `const page = location.pathname.split("/").pop().replace(".html", "")
const old = location.hash.slice(1)
location.replace("app.html#" + (page === "link" ? "link?" + old : (page === "book" && old) || page))
`

/** Writes a redirect for each old page into the built extension. Plasmo can make no page without React. */
export function writeOldAddresses(built: string): void {
  const folder = path.join(built, "tabs")
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, "old-address.js"), script)
  for (const page of oldPages)
    writeFileSync(
      path.join(folder, `${page}.html`),
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Account Lens</title></head>' +
        '<body><script src="/tabs/old-address.js"></script></body></html>',
    )
}
