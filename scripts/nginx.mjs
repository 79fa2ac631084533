// Plain JavaScript: runs before any package is installed.
import { existsSync } from "node:fs"
import process from "node:process"

import { installFromDebian } from "./debian.mjs"

const program = "/usr/sbin/nginx"
const needs = [program, "/usr/lib/nginx/modules/ngx_http_js_module.so", "/usr/bin/envsubst"]

const isThere = () => needs.every((file) => existsSync(file))

/** Where nginx with its scripting module is; undefined if something is missing. */
export function findNginx() {
  return isThere() ? program : undefined
}

/** Why the gateway can't be tried on this machine, in words. */
export const whyNoNginx =
  "nginx with njs comes from Debian's packages and needs root to install; this machine has neither."

/**
 * Finds nginx and njs, installing both from Debian's packages if this is Debian and we are root.
 * @returns {string | undefined} undefined if they can't be had here.
 */
export function ensureNginx() {
  if (!isThere()) {
    try {
      installFromDebian("nginx for the team gateway", ["nginx-core", "libnginx-mod-http-js", "gettext-base"])
    } catch {
      return undefined
    }
  }
  if (!isThere() && process.env.CI) throw new Error(whyNoNginx)
  return findNginx()
}
