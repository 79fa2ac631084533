import { writingOff } from "./writing-off"

export const gatewayText = {
  group: "Team gateway",
  about:
    "If your company runs a gateway, sign in here instead of entering an API key. The key stays on the company's server.",
  url: "Gateway",
  urlHint: "As your administrator gave it to you: https://lens.acme.example.",
  issuer: "Identity provider",
  issuerHint: "The issuer's address, such as https://acme.okta.com/oauth2/default.",
  clientId: "Gateway client ID",
  subdomain: "Vitally subdomain",
  subdomainHint: "For links into Vitally: acme in acme.vitally.io.",
  signIn: "Sign in with your company",
  signingIn: "Waiting for the sign-in window…",
  signOut: "Sign out of the gateway",
  callback: "Redirect address for the provider's app:",
  signedInAs: (user: string) => `Signed in as ${user}.`,
  by: (url: string) => `Everything is read by ${url}.`,
  tiers: {
    read: writingOff.gateway,
    daily: "You may do daily work: tasks, notes, touches and traits. Projects can't be started from here.",
    all: "You may do everything, projects too.",
  },
  readOnly: "Read only",
  readOnlyHint: "Nothing is written to Vitally or Salesforce from here, for trying it out.",
}
