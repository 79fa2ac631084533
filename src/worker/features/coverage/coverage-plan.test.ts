import { expect, it } from "vitest"

import { listsContext, summaryOf } from "../../lists/lists.fake"
import { coveragePlan } from "./coverage-plan"

const absence = { from: "2026-12-21", to: "2027-01-04" }

it("lists who needs cover and why, with the steps, as text too", async () => {
  const context = await listsContext()
  await context.db.put("summaries", summaryOf("globex", { renewalOn: "2027-01-04", tier: "Strategic" }))
  await context.db.put("summaries", summaryOf("hooli", { lighthouse: true, band: "poor" }))
  await context.db.put("summaries", summaryOf("initech", { openSupportTickets: 2 }))
  await context.db.put("summaries", summaryOf("calm", { renewalOn: "2027-01-05" }))
  await context.db.put("summaries", summaryOf("hers", { owner: "bo", slackActive: true }))
  const plan = await coveragePlan(context, absence)
  expect(plan.rows.map(({ name }) => name)).toEqual(["Globex", "Hooli", "Initech"])
  expect(plan.rows[0]).toMatchObject({ tier: "Strategic", renewalOn: "2027-01-04" })
  expect(plan.text).toContain("Cover for Ada Moss, 2026-12-21 to 2027-01-04")
  expect(plan.text).toContain("- Globex (Strategic)\n    Why: The renewal date")
  expect(plan.text.match(/\[ \] /g)).toHaveLength(plan.steps.length)
  const hers = await coveragePlan(context, { ...absence, ownerId: "bo" })
  expect(hers.rows.map(({ name }) => name)).toEqual(["Hers"])
})

it("refuses an absence that ends before it begins, and a book of nobody", async () => {
  const context = await listsContext()
  const backwards = { from: "2026-12-21", to: "2026-12-20" }
  await expect(coveragePlan(context, backwards)).rejects.toThrow("last day is before")
  const nobody = await listsContext({ settings: { me: null } })
  await expect(coveragePlan(nobody, absence)).rejects.toThrow("whose book")
})
