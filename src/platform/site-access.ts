/** Which sites the user lets the extension reach: Chrome's "on click" and "on specific sites" take permissions away. */
export interface SiteAccess {
  /** Match patterns, such as `https://*.my.salesforce.com/*`. */
  has(origins: string[]): Promise<boolean>
}

export function chromeSiteAccess(): SiteAccess {
  return { has: (origins) => chrome.permissions.contains({ origins }) }
}

/** Asks the user; only in a page of ours, in answer to a click. */
export function askForSiteAccess(origins: string[]): Promise<boolean> {
  return chrome.permissions.request({ origins })
}
