/** Which look or query the user means: a number, or the address as the browser shows it. */
export type LookerSource = { look: string } | { slug: string }

/** Null if it is neither. */
export function lookerSource(typed: string): LookerSource | null {
  const text = typed.trim()
  if (/^\d+$/.test(text)) return { look: text }
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url) return null
  const look = /\/looks\/(\d+)/.exec(url.pathname)?.[1]
  if (look !== undefined) return { look }
  const slug = url.searchParams.get("qid") ?? /^\/x\/(\w+)/.exec(url.pathname)?.[1]
  return slug === undefined || !/^\w{1,64}$/.test(slug) ? null : { slug }
}
