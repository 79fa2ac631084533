/** Living beside Lightning: whose org a page is, dialogs over a record, half-typed words, and why Salesforce does not answer. */
import { type BrowserContext, expect, type Frame, type Page, test } from "@playwright/test"

import { showcase } from "../replica/book/showcase"
import { access } from "../replica/options"
import type { Replica } from "../replica/server"
import { ask } from "./ask"
import { axeViolations } from "./axe"
import { gateBoxes, push } from "./gate"
import { type Lens, startLens } from "./lens"
import { panelFrame, panelFrameNow } from "./panel-frame"
import { stopWorker } from "./worker"

const { globex, initech } = showcase
const pageOn = (org: string, id: string) =>
  `https://${org}.lightning.force.com/lightning/r/Account/${id}/view`
const slow = 30_000

test.describe.configure({ timeout: 120_000 })

let lens: Lens
let context: BrowserContext
let options: Page
let replica: Replica
let page: Page

test.beforeAll(async () => {
  lens = await startLens()
  ;({ context, options, replica } = lens)
  replica.control.signInAs(0)
  const consent = context.waitForEvent("page")
  await options.bringToFront()
  const group = options.getByRole("group", { name: "Salesforce" })
  await group.getByRole("textbox", { name: "My Domain" }).fill(access.myDomain)
  await group.getByRole("textbox", { name: "Client ID" }).fill(access.clientId)
  await group.getByRole("button", { name: "Sign in", exact: true }).click()
  await (await consent).getByRole("button", { name: "Allow" }).click()
  await expect(group.getByText(`Signed in to ${access.myDomain}`)).toBeVisible({ timeout: slow })
})
test.afterAll(() => lens.close())
test.beforeEach(async () => {
  page = await context.newPage()
})
test.afterEach(() => page.close())

const title = (frame: Frame) => frame.getByRole("heading", { level: 1 })
async function panelOf(url: string, name: string): Promise<Frame> {
  await page.goto(url)
  const frame = await panelFrame(page)
  await expect(title(frame)).toHaveText(name, { timeout: slow })
  return frame
}

/** The panel that the page has now, once it shows this customer: another record brings another frame. */
async function panelNow(name: string): Promise<Frame> {
  await expect
    .poll(
      async () =>
        panelFrameNow(page)
          ? title(panelFrameNow(page)!)
              .innerText()
              .catch(() => "")
          : "",
      {
        timeout: slow,
      },
    )
    .toBe(name)
  return panelFrame(page)
}

const note = "Spoke about seats, half-"
const contact = (frame: Frame) => frame.getByRole("region", { name: "Last contact" })
const begun = (frame: Frame) => contact(frame).getByText(`Not sent yet: “${note}”`)
async function typeNote(frame: Frame): Promise<void> {
  await contact(frame).getByRole("button", { name: "Log a touch" }).click()
  await contact(frame).getByText("Another day, or add a note").click()
  await contact(frame).getByRole("textbox", { name: "Note" }).fill(note)
}
const discard = (frame: Frame) =>
  contact(frame).getByRole("group", { name: "Not sent yet" }).getByRole("button", { name: "Discard" }).click()

test("a dialog and a quick action of Lightning keep the panel, with what was being typed", async () => {
  const frame = await panelOf(pageOn("acme", globex.salesforceId), "Globex")
  await typeNote(frame)
  for (const name of ["New Contact", "Log a Call"]) {
    await page.getByRole("link", { name }).click()
    await expect(page.getByRole("dialog")).toBeVisible()
    // The very frame that was there.
    expect(panelFrameNow(page)).toBe(frame)
    await expect(title(frame)).toHaveText("Globex")
    await expect(contact(frame).getByRole("textbox", { name: "Note" })).toHaveValue(note)
    await page.getByRole("link", { name: "Cancel" }).click()
    await expect(page.getByRole("dialog")).toHaveCount(0)
  }
  expect(panelFrameNow(page)).toBe(frame)
  await page.reload()
  const again = await panelNow("Globex")
  await expect(begun(again)).toBeVisible()
  await discard(again)
})

test("what was half-typed survives another record, a reload, a sleeping worker and another tab, and is never sent", async () => {
  replica.control.clearLog()
  const frame = await panelOf(pageOn("acme", globex.salesforceId), "Globex")
  await typeNote(frame)
  await push(page, pageOn("acme", initech.salesforceId))
  const other = await panelNow("Initech")
  await expect(begun(other)).toHaveCount(0)
  await push(page, pageOn("acme", globex.salesforceId))
  await expect(begun(await panelNow("Globex"))).toBeVisible()

  await stopWorker(context)
  await page.reload()
  await expect(begun(await panelNow("Globex"))).toBeVisible()

  const tab = await context.newPage()
  await tab.goto(`https://acme.vitally.io/accounts/${globex.id}`)
  const beside = await panelFrame(tab)
  await expect(begun(beside)).toBeVisible({ timeout: slow })
  await beside.getByRole("button", { name: "Continue" }).click()
  await expect(contact(beside).getByRole("textbox", { name: "Note" })).toBeFocused()
  await expect(contact(beside).getByRole("textbox", { name: "Note" })).toHaveValue(note)
  await discard(beside)
  await tab.close()

  await page.reload()
  const after = await panelNow("Globex")
  await expect(contact(after).getByRole("button", { name: "Log a touch" })).toBeVisible()
  await expect(begun(after)).toHaveCount(0)
  expect(replica.control.applied).toEqual([])
})

test("somebody else's org with the same ids: no frame, nothing asked, nothing measurable", async () => {
  replica.control.clearLog()
  await page.goto(pageOn("other", globex.salesforceId))
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Foreign/)
  // Something that comes after any answer of the worker to this page: a panel elsewhere.
  const own = await context.newPage()
  await own.goto(`https://acme.vitally.io/accounts/${globex.id}`)
  await panelFrame(own)
  await own.close()
  expect(await gateBoxes(page)).toEqual([])
  expect(page.frames()).toHaveLength(1)
  expect(replica.control.count({ service: "salesforce", host: "other.my.salesforce.com" })).toBe(0)
})

test("a sandbox of ours says so, and nothing is changed from there", async () => {
  replica.control.clearLog()
  const frame = await panelOf(pageOn("acme--uat.sandbox", globex.salesforceId), "Globex")
  await expect(frame.getByText(/This page is a sandbox/)).toBeVisible()
  await contact(frame).getByRole("button", { name: "Log a touch" }).click()
  await contact(frame).getByRole("button", { name: "Email", exact: true }).click()
  await expect(frame.getByText(/Nothing is changed from a sandbox page/)).toBeVisible()
  const { items = [] } = (await ask(options, "popup.get", {})) as { items?: unknown[] }
  expect(JSON.stringify(items)).not.toContain("touch.log")
  expect(replica.control.applied).toEqual([])
})

test.describe("the connection check", () => {
  const section = () => options.getByRole("region", { name: "Connection check" })
  const check = () => section().getByRole("button", { name: "Check the connections" }).click()

  test.afterEach(() => {
    replica.control.renameMyDomain(null)
    replica.control.setTrouble("none")
  })

  test("finds nothing where all is well, in both themes and in a narrow window", async () => {
    await check()
    await expect(section().getByText("Everything answers.")).toBeVisible({ timeout: slow })
    for (const colorScheme of ["light", "dark"] as const) {
      await options.emulateMedia({ colorScheme })
      expect(await axeViolations(options)).toEqual([])
    }
  })

  test("names the org's day that is used up", async () => {
    replica.control.setTrouble("daily-limit")
    await check()
    await expect(section().getByText(/used up its API calls for today/)).toBeVisible({ timeout: slow })
    await expect(section().getByText("1 check needs you.")).toBeVisible()
  })

  test("offers the new name of a renamed My Domain, as the page in front shows it", async () => {
    replica.control.renameMyDomain("newname")
    await page.goto(pageOn("newname", globex.salesforceId))
    await options.bringToFront()
    await check()
    await expect(section().getByText(/was probably renamed/)).toBeVisible({ timeout: slow })
    const move = section().getByRole("button", { name: "Sign in to newname.my.salesforce.com" })
    await expect(move).toBeVisible()
    const shots = process.env.DOCTOR_SHOTS
    if (shots)
      for (const [name, colorScheme, width] of [
        ["light", "light", 1200],
        ["dark", "dark", 1200],
        ["narrow", "light", 420],
      ] as const) {
        await options.setViewportSize({ width, height: 900 })
        await options.emulateMedia({ colorScheme })
        await section().screenshot({ path: `${shots}/doctor-${name}.png` })
      }
    await options.setViewportSize({ width: 1440, height: 900 })
    await move.click()
    await expect(options.getByText("Signed in to newname", { exact: false }).first()).toBeVisible({
      timeout: slow,
    })
    await expect(section().getByText("Everything answers.")).toBeVisible({ timeout: slow })
  })
})
