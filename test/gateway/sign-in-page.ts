import type { IncomingMessage, ServerResponse } from "node:http"

import type Provider from "oidc-provider"

import { escape } from "../replica/pages/escape"
import type { Person } from "./people"

/** One page that asks who one is. No password: it is the provider that is played, not the person. */
export async function signInPage(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  people: readonly Person[],
  decided: string | null,
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response)
  if (prompt.name === "consent" && session) {
    // An app of the company's own: nobody is asked twice.
    const grant = new provider.Grant({ accountId: session.accountId, clientId: String(params.client_id) })
    grant.addOIDCScope(String(params.scope))
    const consent = { grantId: await grant.save() }
    await provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true })
    return
  }
  const chosen = decided ?? new URL(request.url ?? "/", "https://id").searchParams.get("as")
  if (chosen === "nobody") {
    await provider.interactionFinished(request, response, {
      error: "access_denied",
      error_description: "The person closed the page.",
    })
    return
  }
  if (chosen !== null) {
    await provider.interactionFinished(request, response, { login: { accountId: chosen } })
    return
  }
  const rows = people.map(
    ({ email, name }) => `<li><a href="?as=${encodeURIComponent(email)}">${escape(name)}</a></li>`,
  )
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" })
  response.end(
    `<!doctype html><html lang="en"><title>Sign in to Acme</title><h1>Who are you?</h1><ul>${rows.join("")}</ul><p><a href="?as=nobody">Cancel</a></p></html>`,
  )
}
