/** What each kind of refusal means to the reader, and what to do. */
import type { Fault } from "~src/messaging/contract"

import type { SalesforceErrorKind } from "./errors"

export const faults: Record<SalesforceErrorKind, Fault> = {
  expired: {
    code: "auth",
    title: "Your Salesforce session has ended.",
    detail: "Values from Salesforce are as old as shown.",
    next: "Sign in again in the options.",
  },
  "session-not-allowed": {
    code: "forbidden",
    title: "Salesforce does not let this app use its API.",
    detail:
      "Signing in again will not help: the org allows only the apps that an administrator has approved.",
    next: "Ask your Salesforce administrator to allow Account Lens (docs/salesforce-admin.md).",
  },
  "sign-in-again": {
    code: "auth",
    title: "Salesforce no longer accepts this sign-in.",
    detail: "It was revoked, replaced or unused for too long. Nothing stored here is lost.",
    next: "Sign in again in the options.",
  },
  "user-barred": {
    code: "forbidden",
    title: "Salesforce does not let your user in at the moment.",
    detail:
      "Your user is inactive or frozen, or may sign in only from certain networks or at certain hours. Your sign-in is kept.",
    next: "Connect to your company's network and try again, or ask your Salesforce administrator.",
  },
  "wrong-scope": {
    code: "forbidden",
    title: "The app in Salesforce does not allow what Account Lens needs.",
    detail: "It needs the scopes api and refresh_token.",
    next: "Ask your Salesforce administrator to add them to the app (docs/salesforce-admin.md).",
  },
  "app-blocked": {
    code: "forbidden",
    title: "Account Lens is blocked in this Salesforce org.",
    detail: "The app is not installed there, or an administrator has blocked it.",
    next: "Ask your Salesforce administrator to install or unblock it (docs/salesforce-admin.md).",
  },
  "app-not-granted": {
    code: "forbidden",
    title: "Your Salesforce user may not use Account Lens yet.",
    detail:
      "The app is in your org, but an administrator has not granted it to your profile or permission sets.",
    next: "Ask your Salesforce administrator to grant it to you (docs/salesforce-admin.md).",
  },
  "wrong-client": {
    code: "refused",
    title: "Salesforce does not know this Client ID.",
    detail: "It is mistyped, belongs to another org, or the app was made only minutes ago.",
    next: "Copy the app's consumer key anew and sign in again.",
  },
  "wrong-callback": {
    code: "refused",
    title: "The app in Salesforce does not list this extension's callback URL.",
    detail: "Salesforce answers only to addresses that an administrator has entered in the app.",
    next: "Send the callback URL below to your Salesforce administrator (docs/salesforce-admin.md).",
  },
  "sign-in-page": {
    code: "network",
    title: "Salesforce's sign-in page could not be loaded.",
    detail: "The My Domain may be mistyped, or you may be offline.",
    next: "Check the My Domain, then sign in again.",
  },
  "consent-refused": {
    code: "refused",
    title: "Salesforce was not given access.",
    detail: "The consent page was closed or refused. The panel works from Vitally's data until you sign in.",
    next: "Choose Sign in again and then Allow.",
  },
  "daily-limit": {
    code: "quota",
    title: "Your Salesforce org has used up its API calls for today.",
    detail: "Values from Salesforce are as old as shown, and nothing refreshes in the background.",
    next: "It goes on by itself when the 24-hour window moves on. An administrator can raise the limit.",
  },
  concurrent: {
    code: "rate",
    title: "Salesforce is busy with other long requests of your org.",
    detail: "Values from Salesforce are as old as shown.",
    next: "It is tried again by itself.",
  },
  "api-disabled": {
    code: "forbidden",
    title: "This Salesforce org or your profile has no API access.",
    detail: "The panel works from Vitally's data only.",
    next: "Ask your administrator for the API Enabled permission.",
  },
  "invalid-field": {
    code: "forbidden",
    title: "Salesforce hides a field from you.",
    detail: "It is left out; everything else is shown.",
  },
  "invalid-type": {
    code: "forbidden",
    title: "Salesforce hides a kind of record from you.",
    detail: "That section is left out; everything else is shown.",
  },
  "malformed-query": {
    code: "internal",
    title: "Salesforce did not understand a question of ours.",
    detail: "This is a fault of Account Lens. Values from Salesforce are as old as shown.",
    next: "Copy the diagnostics from the options and send them to support.",
  },
  "not-found": {
    code: "not-found",
    title: "Salesforce does not show this record to you.",
    detail: "It was deleted, or it is not shared with you.",
    next: "Ask its owner to share it.",
  },
  "version-retired": {
    code: "server",
    title: "Salesforce has retired the API version that this extension speaks.",
    detail: "Values from Salesforce are as old as shown.",
    next: "Update Account Lens.",
  },
  "too-large": {
    code: "server",
    title: "Salesforce could not work through this many records.",
    detail: "The part that asked for them is left out; everything else is shown.",
  },
  locked: {
    code: "server",
    title: "Somebody else is saving the same record in Salesforce.",
    detail: "Nothing was changed there yet.",
    next: "It is tried again by itself.",
  },
  refused: {
    code: "refused",
    title: "Salesforce refused this.",
    detail: "Nothing was changed there.",
    next: "Check the record in Salesforce, then try again or discard.",
  },
  "not-now": {
    code: "forbidden",
    title: "Salesforce refuses this to you at the moment.",
    detail: "Your user may lack a right there, or a proxy is in between. Nothing is lost here.",
    next: "It is tried again by itself.",
  },
  server: {
    code: "server",
    title: "Salesforce has a problem of its own.",
    detail: "Values from Salesforce are as old as shown.",
    next: "It is tried again by itself.",
  },
  network: {
    code: "network",
    title: "Salesforce could not be reached.",
    detail: "You may be offline. Values from Salesforce are as old as shown.",
    next: "It is tried again by itself when you are back online.",
  },
  malformed: {
    code: "malformed",
    title: "Salesforce answered something unexpected.",
    detail: "A proxy or a sign-in page may be in between. Values from Salesforce are as old as shown.",
    next: "Open Salesforce in a tab and see whether it works there.",
  },
}
