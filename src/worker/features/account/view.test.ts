import { expect, it } from "vitest"

import { defaultPolicy } from "~src/domain/policy/presets"
import { policyHandlers } from "../policy/handlers"
import { createFakeContext } from "~src/worker/kernel/context.fake"

import { accountView } from "./view"

it("leads to the team's dashboards by the customer's own name, and leaves out what it can't fill in", async () => {
  const context = await createFakeContext()
  await context.db.put("accounts", {
    id: "a1",
    name: "Globex & Co",
    raw: { id: "a1", name: "Globex & Co", traits: {} },
    readAt: "2026-11-22T09:00:00Z",
    seenIn: 1,
  })
  const outcome = await policyHandlers["policy.set"](
    {
      policy: {
        ...defaultPolicy,
        links: {
          ...defaultPolicy.links,
          usageDashboard: "https://looker.example.com/12?Account={accountName}",
        },
        dashboards: [
          { label: "Versions", url: "https://looker.example.com/13?id={accountId}" },
          { label: "Support", url: "https://looker.example.com/14?sf={salesforceId}" },
        ],
      },
    },
    context,
  )
  expect(outcome.saved).toBe(true)
  const view = await accountView(context, "a1")
  expect(view?.openIn.usage).toEqual([
    { label: "Usage dashboard", url: "https://looker.example.com/12?Account=Globex%20%26%20Co" },
    { label: "Versions", url: "https://looker.example.com/13?id=a1" },
  ])
})
