import {
  LOOKER_HOSTS,
  SALESFORCE_API_PATHS,
  SALESFORCE_FAMILIES,
  VITALLY_FAMILIES,
  VITALLY_RESERVED,
} from "~src/hosts/table"

/** What the manifest says about hosts, derived from the table; a unit test compares the two. */
export interface HostEntries {
  /** Match patterns of the pages the gate runs on; also the host permissions. */
  matches: string[]
  /** Match patterns of API, sign-in and documentation pages under the same suffixes. */
  excludeMatches: string[]
  /** CSP sources of the pages that may hold the panel's frame. */
  frameAncestors: string[]
  /** CSP sources the worker may call. */
  connectSources: string[]
}

const wildcard = (suffix: string): string => `https://*${suffix}`

/** Derives every host entry of the manifest from the table. */
export function hostEntries(): HostEntries {
  const salesforce = SALESFORCE_FAMILIES.filter((family) => family.shipped)
  const frameAncestors = [
    ...VITALLY_FAMILIES.map((family) => wildcard(family.pageSuffix)),
    ...salesforce.flatMap((family) => [wildcard(family.pageSuffix), wildcard(family.apiSuffix)]),
  ]
  const reserved = VITALLY_FAMILIES.flatMap((family) =>
    VITALLY_RESERVED.map((name) => `https://${name === "rest" ? "*.rest" : name}${family.pageSuffix}/*`),
  )
  const apiPaths = salesforce.flatMap((family) =>
    SALESFORCE_API_PATHS.map((path) => `${wildcard(family.apiSuffix)}${path}`),
  )
  return {
    matches: frameAncestors.map((source) => `${source}/*`),
    excludeMatches: [...reserved, ...apiPaths],
    frameAncestors,
    connectSources: [
      ...VITALLY_FAMILIES.flatMap((family) => family.restSources),
      ...salesforce.map((family) => wildcard(family.apiSuffix)),
      // Older instances have their API on a port of its own.
      `${LOOKER_HOSTS}:*`,
    ],
  }
}

/**
 * The CSP of every extension page and of the worker. `default-src 'none'` closes what is not named; there is no
 * inline script or style, and no HTML sink takes a string (`require-trusted-types-for`).
 */
export function extensionCsp(): string {
  const { frameAncestors, connectSources } = hostEntries()
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src ${connectSources.join(" ")}`,
    `frame-ancestors 'self' ${frameAncestors.join(" ")}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ")
}

/** The parts of the manifest that speak of hosts. */
export function hostManifest() {
  const { matches } = hostEntries()
  return {
    host_permissions: matches,
    optional_host_permissions: [`${LOOKER_HOSTS}/*`],
    content_security_policy: { extension_pages: extensionCsp() },
    web_accessible_resources: [{ resources: ["sidepanel.html"], matches, use_dynamic_url: true }],
  }
}
