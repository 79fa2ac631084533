/** How a replica is started. Everything has a default. */
export interface ReplicaOptions {
  /** 0 (the default) takes a free port. */
  port?: number
  /** False: plain HTTP, for clients that can't be told to trust our certificate. Default true. */
  tls?: boolean
  seed?: number
  /** Customers in the book, 1 to 100,000; default 60. */
  accounts?: number
  /** Vitally tasks per account on average; default 2. */
  tasksPerAccount?: number
  /** A fixed clock (ISO). By default the real one. The book's dates hang on it. */
  now?: string
  /** How usage ratios are written over the whole book; by default the seed decides (odd: 0-1, even: 0-100). */
  ratios?: "fraction" | "percent"
  /** Vitally requests per minute; null switches the limit off. Default 1000. */
  rateLimit?: number | null
  /** Rows in a page of a Salesforce query, at most; default 2000. */
  salesforcePageSize?: number
  /** Milliseconds that every API answer takes at least; default 0. */
  latencyMs?: number
}

/** What a client must know to get in. */
export const access = {
  subdomain: "acme",
  apiKey: "sk_live_replica",
  myDomain: "acme",
  clientId: "3MVG9replica.AccountLens",
  /** As an administrator registers the app in Looker. */
  lookerClientId: "5b1f4d8e-acc0-4d7f-9a55-6b1ad0c0ffee",
  looker: "acme.cloud.looker.com",
  /** Extension ids differ; any `https://<id>.chromiumapp.org/...` is taken. */
  redirectUri: /^https:\/\/[a-p]{32}\.chromiumapp\.org\//,
} as const
