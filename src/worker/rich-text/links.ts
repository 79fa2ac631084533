/** A link that may be shown: `https:` only, without name or password in it, and its host to show beside it. */
export function safeLink(href: string): { href: string; host: string } | null {
  let url: URL
  try {
    url = new URL(href.trim())
  } catch {
    return null
  }
  if (url.protocol !== "https:" || url.username !== "" || url.password !== "" || url.host === "") return null
  return { href: url.href, host: url.host }
}
