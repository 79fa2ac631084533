import { expect, it } from "vitest"

import { createFakeContext } from "~src/worker/kernel/context.fake"
import { setMeta } from "~src/worker/cache/meta"

import { diagnosticsHandlers } from "./handlers"
import { log } from "../../kernel/log"

it("tells versions, states, counts and the log, and nothing of customers, people or keys", async () => {
  const context = await createFakeContext({
    settings: {
      vitally: { subdomain: "canary-workspace", connected: true },
      salesforce: { myDomain: "canary-domain", clientId: "canary-client" },
      me: {
        adminId: "canary-admin",
        name: "Canary Person",
        email: "canary@example.com",
        role: "Canary Role",
      },
      covering: [{ adminId: "canary-a", name: "Canary C", from: "2026-11-01", to: "2026-11-30" }],
    },
  })
  context.platform.managed.items.set("subdomain", "canary-managed")
  context.platform.managed.items.set("policy", '{"preset":"canary","name":"Canary"}')
  await context.secrets.setVitallyAuthorization("Basic canary-key")
  const readAt = "2026-11-23T09:00:00Z"
  await context.db.put("accounts", {
    id: "canary-1",
    name: "Canary Corp",
    raw: { id: "canary-1" },
    readAt,
    seenIn: 1,
  })
  await setMeta(context.db, "admins", [{ id: "canary-2", name: "Canary Admin", active: true }])
  await log(context, "sync.page", { count: 100 })

  const { text } = await diagnosticsHandlers["diagnostics.get"]({}, context)
  expect(text.toLowerCase()).not.toContain("canary")
  expect(text).toContain("region=us")
  expect(text).toContain("accounts=1")
  expect(text).toContain("policy preset=default managed=true faults=1")
  expect(text).toContain("log, 1 entries, oldest first\n2026-11-23T10:00:00.000Z sync.page count=100")
})
