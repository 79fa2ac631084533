import { afterAll, beforeAll, describe } from "vitest"

import { findNginx, whyNoNginx } from "../../scripts/nginx.mjs"
import { gatewayHost, type Stand, type StandOptions, startStand } from "./stand"

/** One person's way to the gateway. */
export interface Caller {
  token: string
  call: (path: string, init?: RequestInit) => Promise<Answer>
}

export interface Answer {
  status: number
  headers: Headers
  text: string
  /** The body's `code`, the gateway's name of a refusal. */
  code: string | undefined
}

export interface StandInTests {
  readonly stand: Stand
  /** Signs a person in: by place in the list of advisors, or by mail address. */
  signIn: (who: number | string) => Promise<Caller>
  anyone: (token?: string) => Caller
}

/** A group of tests with a stand of their own; skipped with the reason where nginx can't be had. */
export function withStand(title: string, options: StandOptions, tests: (given: StandInTests) => void): void {
  const program = findNginx()
  if (program === undefined && process.env.CI) throw new Error(whyNoNginx)
  describe.runIf(program)(program ? title : `${title} (skipped: ${whyNoNginx})`, () => {
    let stand: Stand
    beforeAll(async () => {
      stand = await startStand(program ?? "", options)
    })
    afterAll(() => stand.close())
    const anyone = (token?: string): Caller => ({
      token: token ?? "",
      async call(path, init = {}) {
        const headers = new Headers(init.headers)
        if (token !== undefined) headers.set("authorization", `Bearer ${token}`)
        const response = await stand.fetch(`https://${gatewayHost}${path}`, { ...init, headers })
        const text = await response.text()
        return { status: response.status, headers: response.headers, text, code: codeIn(text) }
      },
    })
    tests({
      get stand() {
        return stand
      },
      anyone,
      signIn: async (who) => {
        const email = typeof who === "string" ? who : stand.replica.control.world.book.advisors[who]!.email
        return anyone(await stand.provider.issue(email))
      },
    })
  })
}

export function json(method: "POST" | "PUT", body: unknown): RequestInit {
  return { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) }
}

function codeIn(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { code?: string }).code
  } catch {
    return undefined
  }
}
