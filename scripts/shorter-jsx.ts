/** Page scripts a little smaller: two thousand calls of four bytes each. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"

/**
 * `(0,h.jsx)(…)` calls without a `this`, as an imported function is called. React's two never read it, so `h.jsx(…)` is the same. After
 * `return` the bracket is also what keeps the words apart; after any other word it may be a call's own, and stays.
 */
const call = /(\breturn|(?<![\w$)\]]))\(0,([A-Za-z_$][\w$]*\.jsxs?)\)\(/g

export const shorter = (code: string): string =>
  code.replace(call, (_whole, before: string, name: string) => `${before}${before && " "}${name}(`)

/** Rewrites every page's script in this folder and below. */
export function shortenJsx(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".js")) continue
    const whole = path.join(folder, file)
    const code = readFileSync(whole, "utf8")
    const less = shorter(code)
    if (less !== code) writeFileSync(whole, less)
  }
}
