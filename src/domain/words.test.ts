import { describe, expect, it } from "vitest"

import { count, list, money, nearDate, otherMoney, percent, plural, score, shortDate } from "./words"

describe("numbers and dates in words", () => {
  it.each([
    [percent(0.62), "62%"],
    [percent(0.7999), "79.9%"],
    [percent(0.8), "80%"],
    [percent(0.29), "29%"],
    [percent(1.1), "110%"],
    [score(5.375), "5.4"],
    [score(6.75), "6.8"],
    [score(10), "10.0"],
    [money(1_200_000), "$1.2m"],
    [money(999_999), "$999.9k"],
    [money(100_000), "$100k"],
    [money(-300), "-$300"],
    [money(5_000, "EUR"), "€5k"],
    [money(5_000, "CHF"), "CHF 5k"],
    [money(5_000, ""), "5k"],
    [money(-5_000, ""), "-5k"],
    [otherMoney(5_000, { currency: "USD", otherCurrency: "EUR" }), "€5k"],
    [otherMoney(5_000, { currency: "EUR", otherCurrency: "" }), "5k"],
    [otherMoney(5_000, { currency: "EUR" }), "5k"],
    [otherMoney(5_000, {}), "$5k"],
    [count(1_234_567), "1,234,567"],
    [count(999), "999"],
    [plural(1, "day"), "1 day"],
    [plural(0, "day"), "0 days"],
    [list([]), ""],
    [list(["a"]), "a"],
    [list(["a", "b", "c"]), "a, b and c"],
    [shortDate("2026-10-27"), "27 Oct"],
    [shortDate("2027-03-01", "2026-11-22"), "1 Mar 2027"],
    [nearDate("2026-11-25", "2026-11-22"), "Wed 25 Nov"],
    [nearDate("2026-12-25", "2026-11-22"), "25 Dec"],
  ])("%s is %s", (said, expected) => {
    expect(said).toBe(expected)
  })
})
