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
  await secrets.setVitallyKey(null)
  expect(await secrets.vitallyAuthorization()).toBeNull()
})

it("takes a grant with a part missing for none", async () => {
  const local = fakeStorageArea()
  await local.set({ "secret.salesforce.grant": { refreshToken: "r", orgId: "o" } })
  expect(await createSecrets(local, fakeStorageArea()).salesforce.grant()).toBeNull()
})
