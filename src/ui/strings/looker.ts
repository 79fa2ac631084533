const rows = (count: number) => (count === 1 ? "1 row" : `${count.toLocaleString("en")} rows`)

export const lookerText = {
  group: "Looker",
  about:
    "Reads the one look that you name, once a night: customers, weeks and their usage. Without access to Looker's API, import a file on the Usage page.",
  ui: "Looker address",
  uiHint: "Where you open Looker: acme.cloud.looker.com.",
  api: "API host",
  apiHint: "Only if it differs, such as acme.looker.com:19999.",
  clientId: "Looker client ID",
  clientIdHint: "As the Looker administrator registered it for Account Lens.",
  source: "Look",
  sourceHint: "The address of the look as your browser shows it.",
  signIn: "Sign in to Looker",
  signingIn: "Waiting for the sign-in window…",
  signedIn: (ui: string) => `Signed in to ${ui}.`,
  signOut: "Sign out of Looker",
  read: "Read now",
  reading: "Looker is at work…",
  readAt: (age: string, count: number) => `Read ${age}: ${rows(count)} of your customers.`,
  never: "Nothing has been read yet.",
  maybeCut:
    "The answer ends exactly where a row limit may be, so customers or weeks may be missing. Raise the look's row limit.",
  needs: "What a Looker administrator has to do once",
  needsList: [
    "Register Account Lens as an OAuth application with the redirect address below.",
    "Add the origin below to the embedded domain allowlist.",
    "Give you access to the look, its model and the API.",
  ],
  callback: "Redirect address",
  origin: "Origin",
  card: "From Looker",
  settings: "Looker's settings",
}
