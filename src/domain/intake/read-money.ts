/** A sum of money as text: words behind the number say that it is money and a year's, or the number is no such sum. */
import { readAmount } from "./values"
import type { DecimalMark } from "./notation"

const words = new Set(
  (
    "k m mm b bn tsd mio mrd thousand million billion euro euros dollar dollars pounds us eur usd gbp chf jpy cad aud nzd inr " +
    "sek nok dkk pln czk huf brl mxn sgd hkd zar arr acv per p a pa an annum annual annually year yearly yr jahr pro net gross ca approx about"
  ).split(" "),
)

/** "5,000 / month" and "12 seats" are undefined: neither is a year's revenue. */
export function readMoney(raw: unknown, decimal?: DecimalMark): number | undefined {
  if (typeof raw === "string") {
    const behind = /\d([^\d]*)$/.exec(raw)?.[1] ?? ""
    const named = behind.toLowerCase().match(/\p{L}+/gu) ?? []
    if (!named.every((word) => words.has(word))) return undefined
  }
  return readAmount(raw, decimal)
}
