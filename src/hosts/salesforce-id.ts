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
  "00T": "Task",
  "00U": "Event",
  "0Q0": "Quote",
  "801": "Order",
  "02i": "Asset",
}

/** Which of the objects that lead to an account an id names, by its key prefix; null for any other object. */
export function objectOfId(id: string): SalesforceObject | null {
  return PREFIXES[id.slice(0, 3)] ?? null
}

/**
 * The 18-character id that a text holds as other systems keep it: the id itself, in one case throughout, or a record's
 * address. Null where it holds none. The last three characters say which letters are capitals.
 */
export function idInText(text: string): string | null {
  const trimmed = text.trim()
  const address = /^https:\/\/[^/]+\/(?:lightning\/r\/(?:\w+\/)?)?([0-9A-Za-z]{15,18})(?:[/?#].*)?$/.exec(
    trimmed,
  )
  const id = address?.[1] ?? trimmed
  return toId18(id) ?? restored(id)
}

/** An 18-character id whose letters are all small or all capital, with its capitals back. */
function restored(id: string): string | null {
  if (!/^[0-9A-Z]{18}$/i.test(id) || (id !== id.toLowerCase() && id !== id.toUpperCase())) return null
  const check = id.slice(15).toUpperCase()
  const letters = Array.from(id.slice(0, 15).toLowerCase()).map((letter, place) => {
    const bits = CHECK.indexOf(check.charAt(Math.floor(place / 5)))
    return (bits >> (place % 5)) & 1 ? letter.toUpperCase() : letter
  })
  return toId18(letters.join("") + check)
}
