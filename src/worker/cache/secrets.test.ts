import { expect, it } from "vitest"

import { fakeStorageArea } from "~src/platform/storage-area.fake"

import { createSecrets, secretKeys } from "./secrets"

it("keeps what must outlive the browser in local, the rest in session, under keys no export holds", async () => {
  const local = fakeStorageArea()
  const session = fakeStorageArea()
  const secrets = createSecrets(local, session)
  await secrets.setVitallyAuthorization("Basic c2s6")
  const user = { orgId: "00D000000000001AAA", userId: "005000000000001AAA" }
  const apiHost = "a.my.salesforce.com"
  const instanceUrl = `https://${apiHost}`
  await secrets.salesforce.setGrant({ ...user, refreshToken: "refresh", instanceUrl, apiHost, clientId: "c" })
  await secrets.salesforce.setAccess({ ...user, accessToken: "t" })
  await secrets.salesforce.setPending({
    state: "s",
    verifier: "v",
    apiHost,
    clientId: "c",
    redirectUri: "https://x.chromiumapp.org/oauth",
    startedAt: 1,
  })
  expect(local.items.size).toBe(2)
  expect(session.items.size).toBe(2)
  for (const key of [...local.items.keys(), ...session.items.keys()]) expect(secretKeys).toContain(key)
  expect((await createSecrets(local, session).salesforce.access())?.accessToken).toBe("t")
  await secrets.setVitallyAuthorization(null)
  expect(await secrets.vitallyAuthorization()).toBeNull()
})

it("takes a grant with a part missing for none", async () => {
  const local = fakeStorageArea()
  await local.set({ "secret.salesforce.grant": { refreshToken: "r", orgId: "o" } })
  expect(await createSecrets(local, fakeStorageArea()).salesforce.grant()).toBeNull()
})
