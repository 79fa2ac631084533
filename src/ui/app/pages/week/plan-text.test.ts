import { expect, it } from "vitest"

import type { WeekPlan } from "~src/messaging/views/week"

import { planCalendar, planMarkdown } from "./plan-text"

const plan: WeekPlan = {
  owed: [],
  quarterEndsOn: "2027-01-31",
  team: [],
  picks: [],
  texts: {},
  cut: 0,
  today: "2026-11-30",
  days: ["2026-11-30", "2026-12-01"],
  items: [
    {
      id: "t1",
      kind: "task",
      accountId: "a",
      accountName: "Globex, Inc.",
      on: "2026-11-30",
      dueOn: "2026-11-24",
      title: "Send notes; then call",
      attendees: [],
    },
    {
      id: "contact-b",
      kind: "contact",
      accountId: "b",
      accountName: "Hooli",
      on: "2026-12-01",
      dueOn: "2026-12-01",
      title: "",
      attendees: [],
    },
    {
      id: "m1",
      kind: "meeting",
      accountId: "b",
      accountName: "Hooli",
      on: "2026-12-01",
      at: "2026-12-01T10:00:00Z",
      title: "Sync",
      attendees: ["Kai"],
    },
  ],
}

it("writes a calendar file that other programs can read: whole days, escaped, nothing that is in the calendar already", () => {
  const text = planCalendar(plan, new Date("2026-11-30T09:00:00Z"))
  expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true)
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  expect(text).toContain("SUMMARY:Globex\\, Inc.: Send notes\\; then call")
  expect(text).toContain("DTSTART;VALUE=DATE:20261130")
  expect(text).toContain("DTSTART;VALUE=DATE:20261201")
  expect(text).toContain("UID:task-t1@account-lens")
  expect(text).not.toContain("Sync")
})

it("writes the days as Markdown, with what is late", () => {
  expect(planMarkdown(plan)).toBe(
    [
      "# This week",
      "",
      "## Mon 30 Nov",
      "- [ ] Globex, Inc.: Send notes; then call (due 24 Nov)",
      "",
      "## Tue 1 Dec",
      "- [ ] Contact Hooli",
      "- [ ] Hooli: Sync",
      "",
    ].join("\n"),
  )
})
