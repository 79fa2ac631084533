import { describe, expect, it } from "vitest"

import { defaultPolicy } from "../policy/presets"
import {
  readBoolean,
  readCount,
  readDay,
  readInstant,
  readNumber,
  readRatio,
  readSentiment,
  readTelemetry,
  readText,
} from "./values"

describe("numbers", () => {
  it.each([
    [1234.5, 1234.5],
    ["1,234.50", 1234.5],
    ["$1,234.50", 1234.5],
    ["$1.2m", 1_200_000],
    ["1.2m", 1_200_000],
    ["€ 450k", 450_000],
    ["USD 12,400", 12_400],
    ["1.234,50", 1234.5],
    ["1.234.567", 1_234_567],
    ["12,400", 12_400],
    ["12,5", 12.5],
    ["1 200", 1200],
    ["(300)", -300],
    ["-5", -5],
    ["62%", 62],
    ["12 days", 12],
    ["0", 0],
    ["", undefined],
    ["  ", undefined],
    ["n/a", undefined],
    ["soon", undefined],
    ["2026-11-22", undefined],
    [NaN, undefined],
    [Infinity, undefined],
    [null, undefined],
    [true, undefined],
    [{}, undefined],
  ])("%j is %s", (raw, value) => {
    expect(readNumber(raw)).toBe(value)
  })

  it("counts are whole and not below zero", () => {
    expect([readCount(3), readCount("3.0"), readCount(2.5), readCount(-1)]).toEqual([
      3,
      3,
      undefined,
      undefined,
    ])
  })
})

describe("words", () => {
  it.each([
    [true, true],
    ["Yes", true],
    [" TRUE ", true],
    ["active", true],
    [1, true],
    ["1", true],
    [false, false],
    ["No", false],
    ["inactive", false],
    [0, false],
    ["", undefined],
    ["maybe", undefined],
    [2, undefined],
    [null, undefined],
  ])("boolean %j is %s", (raw, value) => {
    expect(readBoolean(raw)).toBe(value)
  })

  it("reads yes and no in the policy's words, whatever their case", () => {
    const words = { yes: ["Ja", "installed"], no: ["Nein", "active"] }
    expect(["ja", " Installed ", true, 1].map((raw) => readBoolean(raw, words))).toEqual(Array(4).fill(true))
    expect(["NEIN", "active", false, 0].map((raw) => readBoolean(raw, words))).toEqual(Array(4).fill(false))
    expect(["yes", "no"].map((raw) => readBoolean(raw, words))).toEqual([undefined, undefined])
  })

  it.each([
    ["Healthy", "healthy"],
    ["GREEN", "healthy"],
    ["Concerning", "concerning"],
    ["yellow", "concerning"],
    ["Poor", "poor"],
    [["Poor"], "poor"],
    ["", undefined],
    ["fine", undefined],
    [7, undefined],
  ])("sentiment %j is %s", (raw, value) => {
    expect(readSentiment(raw, defaultPolicy.mapping.sentimentWords)).toBe(value)
  })

  it.each([
    ["full", "full"],
    ["Critical only", "critical-only"],
    ["critical-only", "critical-only"],
    ["none", "none"],
    ["Air-gapped", "none"],
    [false, "none"],
    [true, "full"],
    ["", undefined],
    ["?", undefined],
  ])("telemetry %j is %s", (raw, value) => {
    expect(readTelemetry(raw)).toBe(value)
  })

  it("text is trimmed, and nothing is nothing", () => {
    expect([readText(" a "), readText(""), readText("null"), readText(["", "b"]), readText({})]).toEqual([
      "a",
      undefined,
      undefined,
      "b",
      undefined,
    ])
  })
})

describe("ratios", () => {
  it.each([
    [0.62, 1, 0.62],
    [62, 100, 0.62],
    [1.1, 1, 1.1],
    [1.1, 100, 0.011],
    ["62%", 1, 0.62],
    ["62 %", 100, 0.62],
    ["0.62", 1, 0.62],
    [-0.1, 1, undefined],
    ["", 1, undefined],
  ] as const)("%j on a scale of %i is %s", (raw, scale, value) => {
    const read = readRatio(raw, scale)
    if (value === undefined) expect(read).toBeUndefined()
    else expect(read).toBeCloseTo(value, 12)
  })
})

describe("dates of all kinds, in the user's time zone", () => {
  it.each([
    ["2026-11-22", "America/New_York", "2026-11-22"],
    ["2026-11-22T03:00:00Z", "America/New_York", "2026-11-21"],
    ["2026-11-22T03:00:00.000+0000", "America/New_York", "2026-11-21"],
    ["2026-11-22T23:30:00+01:00", "Europe/Berlin", "2026-11-22"],
    ["2026-11-22T23:30:00Z", "Europe/Berlin", "2026-11-23"],
    // A date kept as an instant at midnight UTC is that date everywhere.
    ["2026-11-22T00:00:00.000Z", "America/New_York", "2026-11-22"],
    [Date.UTC(2026, 10, 22), "America/New_York", "2026-11-22"],
    [Date.UTC(2026, 10, 22, 3), "America/New_York", "2026-11-21"],
    [Date.UTC(2026, 10, 22, 3) / 1000, "America/New_York", "2026-11-21"],
    [String(Date.UTC(2026, 10, 22, 3)), "Europe/Berlin", "2026-11-22"],
    ["10/27/2026", "UTC", "2026-10-27"],
    ["2026-02-30", "UTC", undefined],
    ["", "UTC", undefined],
    ["tomorrow", "UTC", undefined],
    [12, "UTC", undefined],
    [null, "UTC", undefined],
  ])("%j in %s is %s", (raw, zone, day) => {
    expect(readDay(raw, zone)).toBe(day)
  })

  it("instants stay instants", () => {
    expect(readInstant("2026-11-22T03:00:00.000+0000")).toBe("2026-11-22T03:00:00.000+00:00")
    expect(readInstant("2026-11-22 03:00")).toBe("2026-11-22T03:00Z")
    expect(readInstant(Date.UTC(2026, 10, 22, 3))).toBe("2026-11-22T03:00:00.000Z")
    expect(readInstant("2026-11-22")).toBe("2026-11-22")
    expect(readInstant("2026-11-22T99:00:00Z")).toBeUndefined()
    expect(readInstant({})).toBeUndefined()
  })
})
