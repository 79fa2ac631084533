import type { SalesforceObject } from "~src/hosts/page-ref"

const FIFTEEN = /^[0-9A-Za-z]{15}$/
const EIGHTEEN = /^[0-9A-Za-z]{15}[0-5A-Z]{3}$/
const CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"

/** The three check characters: one bit for each capital in each group of five. */
function checksum(id15: string): string {
  let check = ""
  for (let group = 0; group < 15; group += 5) {
    let bits = 0
    for (let place = 0; place < 5; place += 1) {
      if (/[A-Z]/.test(id15.charAt(group + place))) bits |= 1 << place
    }
    check += CHECK.charAt(bits)
  }
  return check
}

/**
 * The 18-character form of a Salesforce id, or null where the text is no id: wrong length or characters, or an
 * 18-character form whose check characters don't fit. 15 characters are case-sensitive.
 */
export function toId18(id: string): string | null {
  if (FIFTEEN.test(id)) return id + checksum(id)
  if (!EIGHTEEN.test(id)) return null
  const id15 = id.slice(0, 15)
  return id.slice(15) === checksum(id15) ? id : null
}

const PREFIXES: Readonly<Record<string, SalesforceObject>> = {
  "001": "Account",
  "003": "Contact",
  "006": "Opportunity",
  "500": "Case",
  "800": "Contract",
}

/** Which of the objects that lead to an account an id names, by its key prefix; null for any other object. */
export function objectOfId(id: string): SalesforceObject | null {
  return PREFIXES[id.slice(0, 3)] ?? null
}
