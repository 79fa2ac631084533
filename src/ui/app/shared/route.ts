/** The address after `#` says what the app shows: `#<page>?<name>=<value>&…`. Pure. */

export interface Route {
  /** Id of a page in the registry; empty: the first one. */
  page: string
  params: URLSearchParams
}

/** Reads any text: a hash is typed by whoever opens the page, so each page checks its own parameters. */
export function routeOf(hash: string): Route {
  const [page = "", ...query] = hash.replace(/^#/, "").split("?")
  return { page, params: new URLSearchParams(query.join("?")) }
}

/** The address of a page; empty values are left out, so that the usual view has a short address. */
export function hashOf(page: string, params: Record<string, string | undefined> = {}): string {
  const given = Object.entries(params).filter((pair): pair is [string, string] => Boolean(pair[1]))
  const query = new URLSearchParams(given).toString()
  return query === "" ? `#${page}` : `#${page}?${query}`
}

/** The same page with some parameters changed; `undefined` or an empty text removes one. */
export function changedHash({ page, params }: Route, patch: Record<string, string | undefined>): string {
  return hashOf(page, { ...Object.fromEntries(params), ...patch })
}
