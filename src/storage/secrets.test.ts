import { expect, it } from "vitest"

import { fakeStorageArea } from "~src/platform/storage-area.fake"

import { createSecrets, secretKeys, vitallyAuthorizationOf } from "./secrets"

it("takes a bare key, a whole header, and a pasted header line", () => {
  const header = `Basic ${btoa("sk_live_1:")}`
  expect(vitallyAuthorizationOf(" sk_live_1\n")).toBe(header)
  expect(vitallyAuthorizationOf(header)).toBe(header)
  expect(vitallyAuthorizationOf(`Authorization: ${header}`)).toBe(header)
})

it("keeps what must outlive the browser in local, the rest in session, under keys no export holds", async () => {
  const local = fakeStorageArea()
  const session = fakeStorageArea()
  const secrets = createSecrets(local, session)
  await secrets.setVitallyKey("sk_live_1")
  await secrets.setSalesforceRefreshToken("refresh")
  await secrets.setSalesforceAccess({
    accessToken: "t",
    instanceUrl: "https://a.my.salesforce.com",
    issuedAt: 1,
  })
  await secrets.setPendingSignIn({ state: "s", verifier: "v" })
  expect(local.items.size).toBe(2)
  expect(session.items.size).toBe(2)
  for (const key of [...local.items.keys(), ...session.items.keys()]) expect(secretKeys).toContain(key)
  expect((await createSecrets(local, session).salesforceAccess())?.accessToken).toBe("t")
  await secrets.setVitallyKey(null)
  expect(await secrets.vitallyAuthorization()).toBeNull()
})
