/**
 * A build for one company: `npm run build -- --gateway https://lens.acme.example --issuer https://id.acme.example`. Chrome fixes at
 * build time whom an extension may ask, so both hosts are written into the manifest, and nothing broader.
 */
import { readFileSync, writeFileSync } from "node:fs"

interface Manifest {
  host_permissions?: string[]
  content_security_policy?: { extension_pages?: string }
}

/** The origins named by `--gateway`, `--issuer` and `--looker` (a Looker under another name than *.looker.com). @throws Error that says what is wrong with one. */
export function gatewayOrigins(args: readonly string[]): string[] {
  return ["--gateway", "--issuer", "--looker"].flatMap((name) => {
    const at = args.indexOf(name)
    return at < 0 ? [] : [originOf(name, args[at + 1] ?? "")]
  })
}

function originOf(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== "https:" || url.hostname.includes("*"))
    throw new Error(`${name} wants one https address, such as https://lens.acme.example; it was "${text}".`)
  return url.origin
}

/** The manifest with these origins in its host permissions and in `connect-src`. Chrome's patterns know no port. */
export function withOrigins<T extends Manifest>(manifest: T, origins: readonly string[]): T {
  const policy = manifest.content_security_policy?.extension_pages ?? ""
  if (!/connect-src [^;]+/.test(policy)) throw new Error("The manifest has no connect-src to add to.")
  const hosts = origins.map((origin) => `https://${new URL(origin).hostname}/*`)
  return {
    ...manifest,
    host_permissions: [...new Set([...(manifest.host_permissions ?? []), ...hosts])],
    content_security_policy: {
      ...manifest.content_security_policy,
      extension_pages: policy.replace(/connect-src [^;]+/, (found) => [found, ...new Set(origins)].join(" ")),
    },
  }
}

export function allowInManifest(file: string, origins: readonly string[]): void {
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest
  writeFileSync(file, JSON.stringify(withOrigins(manifest, origins)))
}
