import { expect, it } from "vitest"

import { createFakeContext } from "./context.fake"

import { countAnswers, endpointOf } from "./answers"
import { logKey, logLine, readLog } from "./log"

const canary = "canary-5f1c2a7e"
const vitally = (path: string) => `https://${canary}.rest.vitally.io/resources/${path}`

async function counting(answer: (address: string) => Response | Error) {
  const context = await createFakeContext()
  const ask = countAnswers(
    context,
    (address) => {
      const given = answer(address as string)
      return given instanceof Error ? Promise.reject(given) : Promise.resolve(given)
    },
    (ms) => context.wait(ms),
  )
  const lines = async () => {
    await context.pass(20_000)
    return (await readLog(context)).map((entry) => logLine(entry).slice(25))
  }
  return { context, ask, lines }
}

it("counts answers by endpoint and class, once for all of them, and what was asked again", async () => {
  let tasks = 0
  const { ask, lines } = await counting((address) => {
    if (address.includes("tasks")) return new Response(null, { status: ++tasks === 1 ? 503 : 200 })
    if (address.includes("notes")) return new TypeError("Failed to fetch")
    return new Response(null, { status: address.includes("salesforce") ? 401 : 200 })
  })
  await ask(vitally(`accounts?from=${canary}&limit=100`))
  await ask(vitally(`accounts/${canary}`))
  await ask(vitally(`accounts/${canary}/tasks`))
  await ask(vitally(`accounts/${canary}/tasks`))
  await expect(ask(vitally("notes"), { method: "POST", body: canary })).rejects.toThrow("Failed to fetch")
  await ask(`https://${canary}.my.salesforce.com/services/data/v62.0/query?q=SELECT+${canary}`)
  expect(await lines()).toEqual([
    "vitally.answers accounts2xx=2 askedAgain=1 notesNoAnswer=1 slowestMs=0 tasks2xx=1 tasks5xx=1",
    "salesforce.answers query4xx=1 slowestMs=0",
  ])
  await ask(vitally("admins"))
  expect((await lines()).at(-1)).toBe("vitally.answers admins2xx=1 slowestMs=0")
})

it("keeps nothing of an address, a request or an answer", async () => {
  const { context, ask, lines } = await counting(
    () => new Response(canary, { status: 404, headers: { "x-name": canary } }),
  )
  for (const path of [canary, `${canary}/${canary}`, `accounts/${canary}/${canary}?name=${canary}#${canary}`])
    await ask(vitally(path), { headers: { Authorization: `Basic ${canary}` } })
  await ask(`https://login.${canary}.example/${canary}`)
  expect(await lines()).toEqual([
    "vitally.answers accounts4xx=1 other4xx=2 slowestMs=0",
    "salesforce.answers other4xx=1 slowestMs=0",
  ])
  expect(JSON.stringify(context.platform.local.items.get(logKey))).not.toContain("canary")
})

it("takes words of the path only, never names that objects have by birth", () => {
  expect(endpointOf(vitally("constructor/toString")).word).toBe("other")
  expect(endpointOf("https://a.my.salesforce.com/services/oauth2/token")).toEqual({
    service: "salesforce",
    word: "token",
  })
})
