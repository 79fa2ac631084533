import type { BrowserContext, Page } from "@playwright/test"

import { access } from "../replica/options"
import { axeViolations } from "./axe"
import { agree, connectVitally } from "./connect"
import { expect, test } from "./extension"
import { unresolved } from "./launch"
import { globex } from "./gate"
import { panelFrame } from "./panel-frame"
import { stopWorker, syncedAccounts } from "./worker"

async function openOptions(context: BrowserContext, extensionId: string, hash = ""): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`chrome-extension://${extensionId}/options.html${hash}`)
  await agree(page)
  return page
}

test("tells a wrong key, a wrong subdomain, a missing permission and no network apart, and keeps no key it was refused", async ({
  context,
  extensionId,
  replica,
  worker,
}) => {
  const page = await openOptions(context, extensionId)
  const vitally = page.getByRole("group", { name: "Vitally" })
  const connect = async (apiKey: string, subdomain: string = access.subdomain) => {
    await vitally.getByRole("textbox", { name: "Subdomain" }).fill(subdomain)
    await vitally.getByRole("textbox", { name: "API key" }).fill(apiKey)
    await vitally.getByRole("button", { name: "Connect", exact: true }).click()
  }
  const alert = vitally.getByRole("alert")

  await connect("sk_live_canary_wrong")
  await expect(alert).toContainText("does not accept this API key")
  await expect(alert).not.toContainText("canary")
  // The replica's workspace is acme: any other name is answered with 404, and one of them is not even in the DNS.
  await connect(access.apiKey, "initrode")
  await expect(alert).toContainText("no Vitally workspace under this subdomain")
  replica.control.fault({ path: "/resources/accounts*", status: 403, times: 20 })
  await connect(access.apiKey)
  await expect(alert).toContainText("no permission to read accounts")
  replica.control.clearFaults()
  await connect(access.apiKey, unresolved)
  await expect(alert).toContainText("no Vitally workspace under this subdomain")
  expect(replica.control.count({ host: "initrode.rest.vitally.io", status: 404 })).toBeGreaterThan(0)
  expect(replica.control.count({ host: `${unresolved}.rest.vitally.io` })).toBe(0)
  replica.control.fault({ path: "/resources/*", drop: true, times: 50 })
  await connect(access.apiKey)
  await expect(alert).toContainText("could not be reached")
  replica.control.clearFaults()

  const stored = await worker.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)))
  expect(stored).not.toContain("canary")
  expect(stored).not.toContain(btoa(`${access.apiKey}:`))

  await connect(access.apiKey)
  await expect(vitally.getByRole("combobox", { name: "I am" })).toBeVisible()
  await expect(vitally.getByRole("textbox", { name: "API key" })).toHaveValue("")
  expect(await page.content()).not.toContain(access.apiKey)
})

test("a policy is previewed on a customer, saved, and outlives the worker; check and log name no customer and no key", async ({
  context,
  extensionId,
  replica,
}) => {
  test.setTimeout(120_000)
  const page = await connectVitally(context, extensionId, access)
  await syncedAccounts(page, 50)

  const policy = page.getByRole("region", { name: "Policy", exact: true })
  await policy.getByRole("textbox", { name: "Customer to look at" }).fill("Globex")
  await policy.locator(".hit").first().click()
  await policy.locator("summary", { hasText: "Renewal and lifecycle" }).click()
  await policy.getByRole("textbox", { name: "Early window opens" }).fill("365")
  await page.getByRole("button", { name: "Save the policy" }).click()
  await expect(policy.getByRole("row", { name: "renewal.earlyDays 180 365" })).toBeVisible()

  await stopWorker(context)
  await page.reload()
  await expect(policy.getByRole("row", { name: "renewal.earlyDays 180 365" })).toBeVisible()

  await policy.locator("summary", { hasText: "How the book falls into tiers" }).click()
  await expect(policy.getByText(/Strategic \d+, Large Enterprise \d+/).first()).toBeVisible()

  const traits = page.getByRole("region", { name: "Trait mapping" })
  await expect(traits.getByRole("row", { name: /MAU \/ seats/ })).toContainText(/[1-9]\d* of \d+/)

  const check = page.getByRole("region", { name: "Workspace check" })
  replica.control.clearLog()
  replica.control.fault({ path: "/resources/accounts/*/meetings", status: 403, times: null })
  await check.getByRole("button", { name: "Run the check" }).click()
  const table = check.getByRole("table", { name: /^\d+ of \d+ as expected$/ })
  await expect(table).toBeVisible({ timeout: 30_000 })
  await expect(check.getByRole("row", { name: /^accounts\/:id\/meetings Not as expected 403/ })).toBeVisible()
  await expect(check.getByRole("row", { name: /^Health breakdown As expected/ })).toBeVisible()
  await expect(check.getByRole("row", { name: /^Fact sentiment As expected/ })).toBeVisible()
  await expect(check.getByRole("button", { name: "Copy the report" })).toBeVisible()
  replica.control.clearFaults()
  const told = (await table.textContent()) ?? ""
  for (const secret of ["Globex", "Lindqvist", "@", access.apiKey]) expect(told).not.toContain(secret)
  expect(replica.control.requests.filter(({ method }) => method !== "GET")).toEqual([])

  const diagnostics = page.getByRole("region", { name: "Diagnostics" })
  await diagnostics.getByRole("button", { name: "Show the log" }).click()
  const log = diagnostics.getByRole("region", { name: "Diagnostic log" })
  await expect(log).toContainText("policy.saved")
  const text = (await log.textContent()) ?? ""
  for (const secret of ["Globex", access.apiKey, "Lindqvist", btoa(`${access.apiKey}:`)])
    expect(text).not.toContain(secret)
})

test("settings outlive the worker; first run and link page work without errors", async ({
  context,
  extensionId,
}) => {
  const problems: string[] = []
  context.on("weberror", (error) => problems.push(String(error.error())))
  const page = await openOptions(context, extensionId, "#appearance")
  await page.getByRole("radio", { name: "Dark" }).check()
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark")
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked()
  await stopWorker(context)
  await page.reload()
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark")

  await page.goto(`chrome-extension://${extensionId}/tabs/app.html#welcome`)
  await page.getByRole("button", { name: "Skip for now" }).click()
  await expect(page.getByText("All set. You can close this page.")).toBeVisible()
  await page.goto(`chrome-extension://${extensionId}/tabs/app.html#link`)
  await expect(page.getByText(/No page was named/)).toBeVisible()
  expect(problems).toEqual([])
})

test("what is asked before anything is read can be read by everybody: axe, both themes, a narrow window, the keyboard", async ({
  context,
  extensionId,
  replica,
}) => {
  for (const path of ["options.html", "tabs/app.html#welcome"]) {
    const page = await context.newPage()
    await page.goto(`chrome-extension://${extensionId}/${path}`)
    await expect(page.getByRole("button", { name: "Agree and continue" })).toBeVisible()
    await page.getByText("Privacy in full").click()
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [1280, 400]) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 800 })
        expect(await axeViolations(page), `${path} ${colorScheme} ${String(width)}`).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      }
    await page.close()
  }
  expect(replica.control.count()).toBe(0)
})

test("an agreement that is withdrawn stops all reading, and the data goes where the user says so", async ({
  context,
  extensionId,
  replica,
}) => {
  test.setTimeout(120_000)
  const page = await connectVitally(context, extensionId, access)
  await syncedAccounts(page, 50)
  const tab = await context.newPage()
  await tab.goto(globex)
  const before = await panelFrame(tab)
  await expect(before.getByRole("heading", { level: 1, name: "Globex" })).toBeVisible({ timeout: 30_000 })

  await page.bringToFront()
  const withdraw = async (choice: string) => {
    await page.getByRole("button", { name: "Withdraw your agreement" }).click()
    await page.getByRole("dialog").getByRole("button", { name: choice }).click()
    await expect(page.getByRole("button", { name: "Agree and continue" })).toBeVisible()
  }
  await page.getByRole("button", { name: "Withdraw your agreement" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click()
  await expect(page.getByRole("group", { name: "Vitally" })).toBeVisible()
  await withdraw("Withdraw and delete the data")
  await expect(page.getByRole("group", { name: "Vitally" })).toHaveCount(0)

  const stored = await page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const names = await Promise.all(
      databases.map(
        ({ name = "" }) =>
          new Promise<number>((resolve, reject) => {
            const request = indexedDB.open(name)
            request.onerror = () => reject(new Error(request.error?.message))
            request.onsuccess = () => {
              const db = request.result
              const tx = db.transaction([...db.objectStoreNames])
              let rows = 0
              for (const store of db.objectStoreNames) {
                const count = tx.objectStore(store).count()
                count.onsuccess = () => (rows += store === "meta" ? 0 : count.result)
              }
              tx.oncomplete = () => {
                db.close()
                resolve(rows)
              }
            }
          }),
      ),
    )
    return { rows: names, local: JSON.stringify(await chrome.storage.local.get(null)) }
  })
  expect(stored.rows.every((rows) => rows === 0)).toBe(true)
  expect(stored.local).not.toContain(access.apiKey)

  replica.control.clearLog()
  await tab.bringToFront()
  await tab.reload()
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Globex")
  for (const frame of tab.frames().slice(1)) await expect(frame.locator("body")).not.toContainText("Globex")
  await stopWorker(context)
  await page.bringToFront()
  await page.reload()
  await expect(page.getByRole("button", { name: "Agree and continue" })).toBeVisible()
  expect(replica.control.count({ service: "vitally" })).toBe(0)
})
