/** What Looker refuses, told apart: each has another person who can mend it. */
import type { Fault } from "~src/messaging/contract"

import { ServiceError } from "../kernel/service-error"

export type LookerTrouble = keyof typeof faults

const nothingChanged = "Usage stays as it was."

const faults = {
  "no-access": {
    code: "not-allowed",
    title: "Chrome does not let Account Lens reach this Looker.",
    detail: "Nothing was sent.",
    next: "Sign in again and allow the site when Chrome asks. Other names than *.looker.com need a build made for them.",
  },
  closed: {
    code: "auth",
    title: "The sign-in at Looker was not finished.",
    detail: "Nothing was stored. Looker shows an error page if it does not know this client ID.",
    next: "Try again; if Looker shows an error, ask its administrator to register the app.",
  },
  "not-registered": {
    code: "auth",
    title: "Looker does not know this app.",
    detail: "It refused the client ID or the callback address.",
    next: "Ask a Looker administrator to register the app with the callback shown here.",
  },
  "signed-out": {
    code: "auth",
    title: "Looker has ended your sign-in.",
    detail: nothingChanged,
    next: "Sign in to Looker in the settings.",
  },
  origin: {
    code: "forbidden",
    title: "Looker does not take requests from this extension.",
    detail: nothingChanged,
    next: "Ask a Looker administrator to add the extension's origin to the embedded domain allowlist, or import a file.",
  },
  rights: {
    code: "forbidden",
    title: "You may not run this look.",
    detail: nothingChanged,
    next: "Ask its owner for access to the look and its model.",
  },
  gone: {
    code: "not-found",
    title: "Looker finds no such look.",
    detail: `It was deleted, or you may not see it. ${nothingChanged}`,
    next: "Check the address of the look.",
  },
  "wrong-host": {
    code: "not-found",
    title: "There is no Looker API at this address.",
    detail: "A web page answered in its place.",
    next: "Enter the API host. Older instances have it on port 19999.",
  },
  query: {
    code: "refused",
    title: "The look's query failed in Looker.",
    detail: nothingChanged,
    next: "Open the look in Looker; it shows the same error there.",
  },
  columns: {
    code: "bad-request",
    title: "The look lacks a column that is needed.",
    detail: "It must name the customer, the week or day, and at least one number.",
    next: "Add the columns to the look, or name them as on the Usage page.",
  },
  large: {
    code: "quota",
    title: "The look's answer is too large.",
    detail: nothingChanged,
    next: "Limit the look to 13 weeks, or leave columns out.",
  },
  timeout: {
    code: "server",
    title: "Looker took too long.",
    detail: `${nothingChanged} It is asked again.`,
  },
  rate: {
    code: "rate",
    title: "Looker asks us to wait.",
    detail: `${nothingChanged} It is asked again within the hour.`,
  },
  down: {
    code: "server",
    title: "Looker can't answer at the moment.",
    detail: `${nothingChanged} It is asked again within the hour.`,
  },
  offline: {
    code: "network",
    title: "Looker can't be reached.",
    detail: `${nothingChanged} It is asked again within the hour.`,
    next: "Check the address and your connection; some companies allow Looker only through a VPN.",
  },
  malformed: {
    code: "malformed",
    title: "Looker's answer can't be read.",
    detail: nothingChanged,
  },
} as const satisfies Record<string, Fault>

const passing: ReadonlySet<LookerTrouble> = new Set(["timeout", "rate", "down", "offline", "malformed"])

export class LookerError extends ServiceError {
  constructor(
    readonly trouble: LookerTrouble,
    /** Looker's own words, plain text. */
    readonly said = "",
  ) {
    super(`Looker: ${trouble}`)
    this.name = "LookerError"
  }

  /** Nobody has to do anything: another try may go well. */
  get passes(): boolean {
    return passing.has(this.trouble)
  }

  get fault(): Fault {
    const fault: Fault = faults[this.trouble]
    return this.said === ""
      ? fault
      : { ...fault, detail: `${fault.detail} Looker says: ${this.said.slice(0, 200)}` }
  }
}
