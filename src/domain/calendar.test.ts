import { describe, expect, it } from "vitest"

import {
  addDays,
  addMonths,
  clockAt,
  dayOf,
  daysBetween,
  isCalendarDate,
  startOfDay,
  weekday,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from "./calendar"

const WEEK = [1, 2, 3, 4, 5]

describe("calendar", () => {
  it.each([
    ["2026-02-28", 1, "2026-03-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2028-02-29", 366, "2029-03-01"],
    ["2026-03-29", 1, "2026-03-30"],
    ["2026-10-25", -1, "2026-10-24"],
    ["2026-12-31", 1, "2027-01-01"],
  ])("%s plus %i days is %s", (from, days, to) => {
    expect(addDays(from, days)).toBe(to)
    expect(daysBetween(from, to)).toBe(days)
  })

  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-03-15", -3, "2025-12-15"],
    ["2026-11-30", 3, "2027-02-28"],
  ])("%s plus %i months is %s", (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  it.each([
    ["2026-02-29", false],
    ["2028-02-29", true],
    ["2026-13-01", false],
    ["26-01-01", false],
    ["2026-1-01", false],
  ])("%s is a date: %s", (text, is) => {
    expect(isCalendarDate(text)).toBe(is)
  })

  // Both sides of midnight, and of the hours that daylight saving skips or repeats.
  it.each([
    ["2026-11-22T22:59:59Z", "Europe/Berlin", "2026-11-22"],
    ["2026-11-22T23:00:00Z", "Europe/Berlin", "2026-11-23"],
    ["2026-06-21T21:59:59Z", "Europe/Berlin", "2026-06-21"],
    ["2026-06-21T22:00:00Z", "Europe/Berlin", "2026-06-22"],
    ["2026-03-08T09:59:59Z", "America/Los_Angeles", "2026-03-08"],
    ["2026-03-09T06:59:59Z", "America/Los_Angeles", "2026-03-08"],
    ["2026-03-09T07:00:00Z", "America/Los_Angeles", "2026-03-09"],
    ["2026-11-22T10:00:00Z", "Pacific/Kiritimati", "2026-11-23"],
    ["2026-11-22T10:00:00Z", "Pacific/Pago_Pago", "2026-11-21"],
    ["2026-11-22", "Pacific/Pago_Pago", "2026-11-22"],
  ])("%s in %s is %s", (at, zone, day) => {
    expect(dayOf(at, zone)).toBe(day)
  })

  it("knows nonsense when it sees it", () => {
    expect(dayOf("soon", "UTC")).toBeNull()
    expect(dayOf("2026-02-30", "UTC")).toBeNull()
    expect(() => clockAt("soon", "UTC")).toThrow(RangeError)
    expect(() => clockAt("2026-01-01T00:00:00Z", "Mars/Olympus")).toThrow(RangeError)
  })

  it.each([
    ["2026-11-22", "Europe/Berlin", "2026-11-21T23:00:00.000Z"],
    ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
    ["2026-10-26", "Europe/Berlin", "2026-10-25T23:00:00.000Z"],
    ["2026-11-22", "Pacific/Kiritimati", "2026-11-21T10:00:00.000Z"],
  ])("%s begins in %s at %s", (date, zone, at) => {
    expect(startOfDay(date, zone)).toBe(at)
  })

  it("moves to working days", () => {
    expect(weekday("2026-11-23")).toBe(1)
    expect(weekday("1969-12-31")).toBe(3)
    expect(workingDayOnOrBefore("2026-11-22", WEEK)).toBe("2026-11-20")
    expect(workingDayOnOrBefore("2026-11-20", WEEK)).toBe("2026-11-20")
    expect(workingDayOnOrAfter("2026-11-21", WEEK)).toBe("2026-11-23")
    expect(workingDayOnOrBefore("2026-11-22", [])).toBe("2026-11-22")
    expect(workingDayOnOrBefore("2026-11-22", [9])).toBe("2026-11-22")
    expect(workingDayOnOrBefore(addDays("2026-11-22", NaN), WEEK)).toBe(addDays("2026-11-22", NaN))
  })
})
