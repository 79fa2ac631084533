import type { IsCurrent } from "../kernel/epoch"
import type { SalesforceVault } from "../cache/salesforce-vault"

/** What signing in and renewing need of the worker. */
export interface SessionDeps {
  fetch: typeof fetch
  vault: SalesforceVault
  isKnownHost: (host: string) => boolean
  /** Waits for its turn: two pages must never use one refresh token at the same time. */
  lock: <T>(name: string, work: () => Promise<T>) => Promise<T>
  /** The browser's own sign-in window, or the same out of sight; resolves with the redirect's address. */
  launch: (url: string, interactive: boolean) => Promise<string>
  redirectUri: string
  now: () => number
  /** False once this sign-in was given up: nothing more is stored of it. */
  isCurrent: IsCurrent
  /** Gives up the sign-in so far: another one takes its place. */
  begin: () => IsCurrent
}
