import { describe, expect, it } from "vitest"

import { account, clock } from "~test/unit/domain/account"
import { addDays } from "../calendar"
import { lifecycleOf } from "./lifecycle"
import { defaultPolicy } from "../policy/presets"

const day = (days: number) => addDays(clock.today, days)
const stage = (loose: Record<string, unknown>) =>
  lifecycleOf(account(loose), defaultPolicy.lifecycle, clock).stage
const GOALS = { mauOverSeats: 0.8, dauOverMau: 0.3 }

describe("stages of section 5, both sides of each border", () => {
  it.each([
    ["close in 46 days", { closeOn: day(46) }, null],
    ["close in 45 days", { closeOn: day(45) }, "0. Prospect"],
    ["close tomorrow", { closeOn: day(1) }, "0. Prospect"],
    ["closed today", { closeOn: day(0) }, "1. Onboarding"],
    ["day 59", { contractStartOn: day(-59) }, "1. Onboarding"],
    ["day 59 with both goals", { contractStartOn: day(-59), traits: GOALS }, "1. Onboarding"],
    ["day 60", { contractStartOn: day(-60) }, "2. Adopting"],
    ["day 60 with both goals", { contractStartOn: day(-60), traits: GOALS }, "3. Nurturing"],
    [
      "seats just below",
      { contractStartOn: day(-60), traits: { ...GOALS, mauOverSeats: 0.799 } },
      "2. Adopting",
    ],
    [
      "daily use just below",
      { contractStartOn: day(-60), traits: { ...GOALS, dauOverMau: 0.299 } },
      "2. Adopting",
    ],
    ["renewal in 121 days", { contractStartOn: day(-300), renewalOn: day(121) }, "2. Adopting"],
    ["renewal in 120 days", { contractStartOn: day(-300), renewalOn: day(120) }, "4. Renewing"],
    ["renewal overrides onboarding", { contractStartOn: day(-10), renewalOn: day(20) }, "4. Renewing"],
    ["ended, no later date", { contractStartOn: day(-400), renewalOn: day(-35) }, "4. Renewing"],
    ["nothing known", {}, null],
    ["the workspace's own field", { stage: "3. Nurturing", renewalOn: day(5) }, "3. Nurturing"],
  ])("%s", (_, loose, expected) => {
    expect(stage(loose)).toBe(expected)
  })

  it("keeps Nurturing for two months below", () => {
    const below = { contractStartOn: day(-400), traits: { ...GOALS, mauOverSeats: 0.7 } }
    const was = (days: number) => ({
      ...below,
      history: [{ on: day(-days), score: 7, band: "healthy", stage: "3. Nurturing" }],
    })
    expect(stage(was(61))).toBe("3. Nurturing")
    expect(stage(was(62))).toBe("2. Adopting")
    expect(stage(below)).toBe("2. Adopting")
  })

  it("counts the two months from the day it was first seen below, and says until when", () => {
    const facts = account({ contractStartOn: day(-400), traits: { ...GOALS, mauOverSeats: 0.7 } })
    const since = (days: number) =>
      lifecycleOf({ ...facts, nurturingBelowOn: day(-days) }, defaultPolicy.lifecycle, clock)
    expect(since(0)).toMatchObject({ stage: "3. Nurturing", belowOn: clock.today })
    expect(since(61)).toMatchObject({
      stage: "3. Nurturing",
      why: "Below its goals (80% of seats and 30% daily use) since 22 Sep, with 70% of seats and 30% daily use; it falls back to Adopting after Sun 22 Nov.",
    })
    expect(since(62)).toEqual({ stage: "2. Adopting", why: expect.any(String) as string })
    const met = account({ contractStartOn: day(-400), traits: GOALS })
    const again = lifecycleOf({ ...met, nurturingBelowOn: day(-5) }, defaultPolicy.lifecycle, clock)
    expect(again).toEqual({ stage: "3. Nurturing", why: expect.any(String) as string })
  })

  it("says why", () => {
    const why = (loose: Record<string, unknown>) =>
      lifecycleOf(account(loose), defaultPolicy.lifecycle, clock).why
    expect(why({ renewalOn: day(-3) })).toBe(
      "The contract ended 3 days ago; Renewing until a later renewal date appears.",
    )
    expect(why({ contractStartOn: day(-70) })).toContain("usage is not fully known")
  })
})
