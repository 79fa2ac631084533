/** The extension's worker at the real gateway: sign-in, silent renewal, revocation, tiers, and writes that go once. */
import { expect, it } from "vitest"

import { gatewayHandlers } from "~src/worker/features/connection/gateway-handlers"
import { createFakeContext, type FakeContext } from "~src/worker/kernel/context.fake"
import { outboxHandlers } from "~src/worker/outbox/handlers"
import { drainNow } from "~src/worker/outbox/service"
import { vitallySession } from "~src/worker/vitally/session"

import { showcase } from "../replica/book/showcase"
import { access } from "../replica/options"
import { replicaFetch } from "../replica/fetch"
import { outsiders } from "./people"
import { clients, extensionId } from "./provider"
import { gatewayHost, type Stand } from "./stand"
import { type StandInTests, withStand } from "./with-stand"

const workspace = { region: "us" as const, subdomain: access.subdomain }
const globex = showcase.globex.id
const sender = { rid: "r" } as Parameters<(typeof outboxHandlers)["task.add"]>[2]

withStand("the extension at the gateway", { settings: { LENS_WHO_SECONDS: "1" } }, (given) => {
  it("signs in with PKCE, knows who one is, and reads without a key", async () => {
    const context = await contextFor(given.stand)
    const answer = await signIn(given, context, 2)
    const { email, id } = given.stand.replica.control.world.book.advisors[2]!
    expect(answer).toEqual({ signedIn: true, user: email, tier: "daily" })
    const { me, vitally, gateway } = await context.settings.get()
    expect([me?.adminId, vitally.connected, gateway.tier]).toEqual([id, true, "daily"])
    expect(await context.secrets.vitallyAuthorization()).toBeNull()
    const session = await vitallySession(context)
    expect((await session?.client.account(globex))?.id).toBe(globex)
    const asked = new URL(context.platform.identity.asked[0] ?? "").searchParams
    expect(asked.get("code_challenge_method")).toBe("S256")
  })

  it("renews in silence what ran out or is not taken, and says it once the provider ends it", async () => {
    const context = await contextFor(given.stand)
    await signIn(given, context, 3)
    const first = await context.secrets.gateway.access()
    await given.stand.provider.revoke(first?.accessToken ?? "")
    const read = async () => (await vitallySession(context))?.client.account(globex)
    // The gateway believes it for a second more; after that its no is answered by a new token, unseen.
    await expect
      .poll(async () => (await read(), (await context.secrets.gateway.access())?.accessToken), {
        timeout: 15_000,
      })
      .not.toBe(first?.accessToken)
    await given.stand.provider.revokePerson(given.stand.people[3]!.email)
    await expect
      .poll(
        () =>
          read().then(
            () => "",
            (error: unknown) => (error as Error).message,
          ),
        { timeout: 15_000 },
      )
      .toContain("auth")
    expect(await context.secrets.gateway.grant()).toBeNull()
  })

  it("tells apart who closes the page, is in no group, and a provider that is down", async () => {
    const context = await contextFor(given.stand)
    expect(await signIn(given, context, "nobody")).toMatchObject({
      signedIn: false,
      fault: { code: "refused" },
    })
    expect(await signIn(given, context, outsiders.stranger.email)).toMatchObject({
      signedIn: false,
      fault: { title: "You may not use the team gateway." },
    })
    given.stand.provider.setDown(true)
    expect(await signIn(given, context, 2)).toMatchObject({ signedIn: false, fault: { code: "network" } })
    given.stand.provider.setDown(false)
    expect(await context.secrets.gateway.grant()).toBeNull()
  })

  it("stops a write that the tier does not allow before it is stored", async () => {
    const context = await contextFor(given.stand)
    await signIn(given, context, 1)
    await storeAccount(context)
    const add = outboxHandlers["task.add"]({ accountId: globex, name: "Call" }, context, sender)
    await expect(add).rejects.toThrow("You may only look.")
    expect(await context.db.count("outbox")).toBe(0)
  })

  it("writes once, though the connection breaks after Vitally did it", async () => {
    const context = await contextFor(given.stand)
    await signIn(given, context, 2)
    await storeAccount(context)
    const { control } = given.stand.replica
    control.log.applied.length = 0
    control.fault({ path: "/resources/tasks", method: "POST", stage: "after", drop: true })
    await outboxHandlers["task.add"]({ accountId: globex, name: "Call once" }, context, sender)
    for (let turn = 0; turn < 20; turn += 1) {
      await context.pass(60_000)
      await drainNow(context, context.now() + 20_000)
      if (((await context.db.getAll("outbox"))[0]?.state ?? "sent") === "sent") break
    }
    const made = [...control.world.vitally.tasks.all()].filter((task) =>
      JSON.stringify(task).includes("Call once"),
    )
    expect(made).toHaveLength(1)
    expect(control.log.deletes).toEqual([])
  })
})

async function contextFor({ nginx, provider }: Stand): Promise<FakeContext> {
  const [gateway, id] = [nginx, provider].map(({ port }) => replicaFetch({ port, tls: true }))
  const fetch: typeof globalThis.fetch = (input, init) => {
    const url = String(input instanceof Request ? input.url : input)
    return (url.includes(gatewayHost) ? gateway! : id!)(input, init)
  }
  const context = await createFakeContext({ fetch, now: new Date().toISOString() })
  Object.assign(context.platform.identity, { redirectUrl: `https://${extensionId}.chromiumapp.org/` })
  return context
}

/** Goes through the provider's pages as the browser's sign-in window does. */
function signIn({ stand }: StandInTests, context: FakeContext, who: number | string) {
  const email = typeof who === "string" ? who : stand.replica.control.world.book.advisors[who]!.email
  stand.provider.signInAs(email)
  const fetch = replicaFetch({ port: stand.provider.port, tls: true })
  context.platform.identity.answer = async (url) => {
    const jar = new Map<string, string>()
    let at = url
    for (let step = 0; step < 20; step += 1) {
      if (at.startsWith(context.platform.identity.redirectUrl)) return at
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ")
      const response = await fetch(at, { headers: { cookie }, redirect: "manual" })
      for (const line of (response.headers.get("set-cookie") ?? "").split(/,(?=[^ ;]+=)/)) {
        const [, name = "", value = ""] = /^([^=;]+)=([^;]*)/.exec(line) ?? []
        if (name) jar.set(name, value)
      }
      const next = response.headers.get("location")
      if (next === null)
        throw new Error(`the sign-in page stopped at ${response.status}: ${await response.text()}`)
      at = new URL(next, at).href
    }
    throw new Error("the sign-in goes round in a circle")
  }
  return gatewayHandlers["gateway.signIn"](
    {
      url: `https://${gatewayHost}`,
      issuer: stand.provider.issuer,
      clientId: clients.extension,
      ...workspace,
    },
    context,
  )
}

async function storeAccount(context: FakeContext): Promise<void> {
  const known = await context.db.get("accounts", globex)
  if (!known) await context.db.put("accounts", { id: globex, name: "Globex", updatedAt: "" } as never)
}
