/** What the team gateway's refusals mean to who reads them, by its codes (deploy/gateway). */
import type { Fault } from "~src/messaging/contract"

const lastKnown = "What is shown is the last known state."

const faults: Record<string, Fault> = {
  "signed-out": {
    code: "auth",
    title: "Your sign-in at the team gateway has ended.",
    detail: `${lastKnown} Writes wait.`,
    next: "Sign in again in the options.",
  },
  "no-group": {
    code: "forbidden",
    title: "You may not use the team gateway.",
    detail: "You are signed in, but in none of the groups that it lets in.",
    next: "Ask the gateway's administrator to put you into a group.",
  },
  "no-access-group": {
    code: "forbidden",
    title: "You are in none of the groups that may see customers.",
    detail: "Your workspace hides customers by access groups.",
    next: "Ask the gateway's administrator to put you into one.",
  },
  tier: {
    code: "forbidden",
    title: "Your group may not do this.",
    detail: "The team gateway did not pass it on; nothing was changed.",
    next: "Ask the gateway's administrator, or do it in Vitally.",
  },
  author: {
    code: "forbidden",
    title: "This would be written under somebody else's name.",
    detail: "The team gateway did not pass it on; nothing was changed.",
    next: "Choose yourself under I am in the options.",
  },
  "no-vitally-user": {
    code: "forbidden",
    title: "Vitally has no user with your mail address.",
    detail: "The team gateway lets nobody write under a name that is not theirs.",
    next: "Ask a Vitally administrator for a user.",
  },
  "provider-down": {
    code: "server",
    title: "The company's sign-in does not answer.",
    detail: `The team gateway can't tell who you are. ${lastKnown}`,
    next: "Nothing to do: it is tried again by itself.",
  },
  "key-refused": {
    code: "server",
    title: "Vitally refuses the key of the team gateway.",
    detail: `${lastKnown} Writes wait.`,
    next: "Tell the gateway's administrator: the key must be replaced.",
  },
  "vitally-unreachable": {
    code: "server",
    title: "The team gateway can't reach Vitally.",
    detail: lastKnown,
    next: "Nothing to do: it is tried again by itself.",
  },
  "too-many": {
    code: "rate",
    title: "These were many requests at once.",
    detail: "The team gateway slows everyone down to the same pace.",
    next: "Nothing to do: it goes on by itself.",
  },
}

/** Undefined for a code without words of its own: the status then says enough. */
export function gatewayFault(code: string): Fault | undefined {
  return Object.hasOwn(faults, code) ? faults[code] : undefined
}
