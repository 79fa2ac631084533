/** The built extension in a real browser, on the real host names, against the replica (facts in docs/testing.md). */
import { existsSync, mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"

import { type BrowserContext, chromium, type Worker } from "@playwright/test"

import { ensureBrowser } from "../../scripts/browser.mjs"

export const builtExtension = fileURLToPath(new URL("../../build/chrome-mv3-prod/", import.meta.url))

export interface LaunchOptions {
  /** Port of the replica on 127.0.0.1. */
  port: number
  headless?: boolean
  /** A profile to keep; by default a new one. */
  profile?: string
  viewport?: { width: number; height: number } | null
  colorScheme?: "light" | "dark"
  timezoneId?: string
  /** Another build than the usual one, such as an empty extension for comparison. */
  extension?: string
  extraArgs?: string[]
}

export interface Launched {
  context: BrowserContext
  worker: Worker
  extensionId: string
  profile: string
}

/** A Vitally subdomain whose name the browser finds nowhere, as one that nobody has ever taken. */
export const unresolved = "nowhere"

const hosts = [
  "*.vitally.io",
  "*.vitally-eu.io",
  "*.lightning.force.com",
  "*.my.salesforce.com",
  "*.looker.com",
]

/** What Chromium is started with, also if nobody drives it: the extension, and names that lead to the replica. */
export function browserArgs(extension: string, port: number, more: readonly string[] = []): string[] {
  const rules = [
    `MAP ${unresolved}.rest.vitally.io ~NOTFOUND`,
    ...hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`),
    "MAP * ~NOTFOUND",
    "EXCLUDE localhost",
    "EXCLUDE 127.0.0.1",
  ]
  return [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    `--host-resolver-rules=${rules.join(", ")}`,
    "--ignore-certificate-errors",
    ...more,
  ]
}

/**
 * Starts Chromium with the extension. The shipped manifest is what runs: names resolve to the replica, nothing is patched.
 * @throws Error if there is no build yet.
 */
export async function launchWithExtension(options: LaunchOptions): Promise<Launched> {
  const extension = options.extension ?? builtExtension
  if (!existsSync(path.join(extension, "manifest.json")))
    throw new Error("There is no build: run npm run build first.")
  const profile = options.profile ?? mkdtempSync(path.join(tmpdir(), "account-lens-"))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser(),
    headless: options.headless ?? true,
    ignoreHTTPSErrors: true,
    viewport: options.viewport === undefined ? { width: 1440, height: 900 } : options.viewport,
    ...(options.colorScheme && { colorScheme: options.colorScheme }),
    ...(options.timezoneId && { timezoneId: options.timezoneId }),
    args: browserArgs(extension, options.port, options.extraArgs),
  })
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"))
  return { context, worker, extensionId: new URL(worker.url()).host, profile }
}
