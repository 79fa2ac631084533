/** A `fetch` that is answered by a case's rows alone: no network, no server. */
import type { RawCase } from "./read-cases"
import type { CaseOrg } from "./salesforce-answers"
import { vitallyAnswer } from "./vitally-answers"

export function caseFetch(given: RawCase, org: CaseOrg | null): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    if (url.hostname.endsWith("vitally.io")) {
      const path = url.pathname.replace(/^\/resources\//, "").split("/")
      const answer = vitallyAnswer(given, path.map(decodeURIComponent).join("/"), url.searchParams)
      const date = { date: new Date(Date.parse(given.now)).toUTCString() }
      return answer === undefined
        ? Response.json({ error: "Not Found" }, { status: 404, headers: date })
        : Response.json(answer, { headers: date })
    }
    if (!org) throw new TypeError("The case has no Salesforce.")
    const reply = org.answer({
      method: request.method,
      host: url.hostname,
      path: url.pathname,
      query: url.searchParams,
      headers: Object.fromEntries(request.headers),
      body: await request.text(),
    })
    const isEmpty = reply.status === 204 || reply.status === 304
    return new Response(isEmpty ? null : reply.body, { status: reply.status, headers: reply.headers })
  }
}
