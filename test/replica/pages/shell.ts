import { html, type Reply } from "../http/exchange"
import { escape } from "./escape"

export const strictCsp =
  "default-src 'self'; script-src 'self'; frame-src 'self'; style-src 'self' 'unsafe-inline'"

export interface Page {
  brand: "vitally" | "lightning"
  title: string
  /** Name of the navigation link that is current. */
  current: string
  nav: [name: string, href: string][]
  user: string
  main: string
  query: URLSearchParams
}

/** Response headers that real hosts or hostile pages add, by the value of `?headers=`. */
const extraHeaders: Readonly<Record<string, Record<string, string>>> = {
  coep: { "cross-origin-embedder-policy": "require-corp" },
  "coep-report": { "cross-origin-embedder-policy-report-only": "require-corp" },
}

/**
 * The frame of a stand-in app around one page's content. `?evil=1` and `?overlay=1` turn it hostile; `?console=1` makes it a
 * console app with tabs of its own; `?headers=` adds response headers; `?fixed=shell` and `?fixed=window` fix a header, a
 * docked composer and a utility bar in the window, over a page whose middle scrolls, or which scrolls as a whole.
 */
export function shell(page: Page): Reply {
  const evil = page.query.get("evil") === "1" ? '<link rel="stylesheet" href="/__assets/evil.css">' : ""
  const overlay =
    page.query.get("overlay") === "1"
      ? '<div class="cover" data-testid="overlay"><button>Claim your prize</button></div>'
      : ""
  const isConsole = page.query.get("console") === "1"
  const script = isConsole ? '<script src="/__assets/console.js" defer></script>' : ""
  const tabs = isConsole ? '<div class="console"></div>' : ""
  const fixed = page.query.get("fixed")
  const furniture = fixed
    ? '<div class="fixed-header" data-testid="fixed-header">Global header<button>Setup</button></div><div class="composer" data-testid="composer">New email<button>Send</button></div><footer class="utility" data-testid="utility">Phone<button>History</button></footer>'
    : ""
  const links = page.nav
    .map(
      ([name, href]) =>
        `<a href="${escape(href)}"${name === page.current ? ' aria-current="page"' : ""}>${escape(name)}</a>`,
    )
    .join("")
  const name = page.brand === "vitally" ? "Vitally" : "Salesforce"
  return html(
    200,
    `<!doctype html><html lang="en" data-brand="${page.brand}"${fixed ? ` data-fixed="${escape(fixed)}"` : ""}><head><meta charset="utf-8"><title>${escape(page.title)} | ${name}</title>
<link rel="stylesheet" href="/__assets/app.css">${evil}<script src="/__assets/app.js" defer></script>${script}</head>
<body><div class="frame"><header class="top"><span class="brand"><i></i>${name}</span><input class="search" aria-label="Search" placeholder="Search"><span class="me">${escape(page.user)}</span></header>${tabs}
<nav class="nav" aria-label="Main">${links}</nav><main class="main">${page.main}</main></div>${furniture}${overlay}</body></html>`,
    { "content-security-policy": strictCsp, ...extraHeaders[page.query.get("headers") ?? ""] },
  )
}
