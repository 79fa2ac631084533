import type { Locator, Page } from "@playwright/test"
import { expect, test } from "@playwright/test"

import { ask } from "./ask"
import { type Lens, startLens } from "./lens"
import { stopWorker } from "./worker"

let lens: Lens
let popup: Page

test.describe.configure({ mode: "serial" })
test.use({ actionTimeout: 20_000 })

test.beforeAll(async () => {
  test.setTimeout(120_000)
  lens = await startLens()
})
test.afterAll(() => lens.close())
test.beforeEach(async () => {
  popup = await lens.open("popup.html")
  await expect(overdue()).toBeVisible({ timeout: 30_000 })
  await unfold(overdue())
})
test.afterEach(() => popup.close())

const today = (): Locator => popup.getByRole("region", { name: "Today" })
const overdue = (): Locator => popup.getByRole("region", { name: "Overdue contacts" })
/** Opens what is folded away, so that every row can be counted. */
async function unfold(region: Locator): Promise<void> {
  const more = region.getByRole("button", { name: /^\d+ more/ })
  while (await more.count()) await more.first().click()
  const folded = region.locator(".group:not([open]) > summary")
  while (await folded.count()) await folded.first().click()
}
const touches = (): Locator => overdue().getByRole("button", { name: /^Log touch with/ })
const badge = () => ask(lens.options, "status.get", {}).then((status) => status.badge.text)
const badgeShown = () => lens.worker.evaluate(() => chrome.action.getBadgeText({}))
const applied = () => lens.replica.control.applied

test("lists today's tasks and the overdue contacts, as many as the badge says", async () => {
  // Opened accounts are still being read: both may change, but never come apart.
  await expect(async () => {
    const count = (await ask(lens.options, "popup.get", {})).overdue.length
    expect(count).toBeGreaterThanOrEqual(2)
    expect(await badgeShown()).toBe(String(count))
    await unfold(overdue())
    expect(await touches().count()).toBe(count)
  }).toPass({ timeout: 30_000 })
  const view = await ask(lens.options, "popup.get", {})
  const due = view.tasks.filter(({ bucket }) => bucket === "today" || bucket === "overdue")
  expect(due.length).toBeGreaterThan(3)
  await unfold(today())
  for (const { name } of due) await expect(today().getByRole("checkbox", { name }).first()).toBeVisible()
})

test("completes a task that is undone in time: nothing is sent", async () => {
  lens.replica.control.clearLog()
  const task = today().getByRole("checkbox").first()
  const name = (await task.getAttribute("aria-label"))!
  const before = await today().getByRole("checkbox", { name }).count()
  await task.click()
  await popup.getByRole("status").getByRole("button", { name: "Undo" }).click()
  await expect.poll(async () => (await ask(popup, "popup.get", {})).outbox.length).toBe(0)
  await expect(today().getByRole("checkbox", { name })).toHaveCount(before)
  await expect(today().getByRole("checkbox", { name }).first()).not.toBeChecked()
  expect(applied()).toEqual([])
})

test("completes a task: it reaches the server once", async () => {
  const { tasks } = await ask(lens.options, "popup.get", {})
  const isOnlyOne = (name: string) => tasks.filter((task) => task.name === name).length === 1
  const wanted = tasks.find(({ bucket, name }) => bucket === "overdue" && isOnlyOne(name))
  await unfold(today())
  await today().getByRole("checkbox", { name: wanted!.name }).first().click()
  await expect.poll(() => applied().length, { timeout: 40_000 }).toBe(1)
  const [write] = applied()
  expect(write).toMatchObject({ method: "PUT", route: "tasks/:id", id: wanted!.id })
  expect(lens.replica.control.taskRow(wanted!.id)?.["completedAt"]).toBeTruthy()
  expect(lens.replica.control.deletes).toEqual([])
})

test("takes a customer off the list and the badge when it is said that one was in touch", async () => {
  const count = await touches().count()
  await expect.poll(badgeShown).toBe(String(count))
  const button = touches().first()
  const label = (await button.getAttribute("aria-label"))!
  // The row's tools are there while the pointer or the keyboard is.
  await overdue().locator("[data-row]").first().hover()
  await button.click()
  await overdue().getByRole("group", { name: label }).getByRole("button", { name: "Zoom" }).click()
  await expect(touches()).toHaveCount(count - 1, { timeout: 20_000 })
  await expect.poll(badgeShown).toBe(String(count - 1))
  expect(await badge()).toBe(String(count - 1))
  await expect(overdue().getByRole("button", { name: label })).toHaveCount(0)
  await expect
    .poll(() => applied().filter(({ route }) => route === "notes").length, { timeout: 40_000 })
    .toBe(1)
})

test("lists and counts a covered colleague's overdue customers, read like one's own, until the cover ends", async () => {
  const { log, world } = lens.replica.control
  const [, colleague] = world.book.advisors
  const { id: ownerId, name } = colleague!
  const { me } = await ask(lens.options, "status.get", {})
  const overdueOf = async (owner: string) =>
    (await ask(lens.options, "book.get", { ownerId: owner })).rows.filter(
      (row) => row.contactStatus === "overdue",
    )
  const { rows } = await ask(lens.options, "book.get", { ownerId })
  lens.replica.control.clearLog()

  const coverage = await lens.open("tabs/app.html#coverage")
  const covered = coverage.getByRole("region", { name: "You cover" })
  await covered.getByRole("button", { name: "Cover a colleague" }).click()
  const form = lens.options.locator("form").filter({ hasText: "I cover" })
  await form.getByRole("combobox", { name: "I cover" }).selectOption({ label: name })
  const day = new Date().toLocaleDateString("sv-SE")
  for (const field of ["First day", "Last day"]) await form.getByLabel(field).fill(day)
  await form.getByRole("button", { name: "Add" }).click()

  // Until now only the lists were read of them, which do not say when one was in touch.
  const unread = () =>
    rows.filter(({ id }) => !log.recent.some(({ path }) => path.endsWith(`/accounts/${id}`)))
  await expect.poll(() => unread().length, { timeout: 20_000 }).toBe(0)
  await expect(popup.getByText(`You cover ${name} until`)).toBeVisible()
  await expect(async () => {
    const [mine, theirs] = [await overdueOf(me!.adminId), await overdueOf(ownerId)]
    expect(theirs.length).toBeGreaterThan(0)
    await unfold(overdue())
    await expect(touches()).toHaveCount(mine.length + theirs.length, { timeout: 1_000 })
    expect(await badgeShown()).toBe(String(mine.length + theirs.length))
    for (const customer of theirs)
      await expect(overdue().getByRole("button", { name: customer.name, exact: true })).toBeVisible({
        timeout: 1_000,
      })
  }).toPass({ timeout: 20_000 })

  await covered.getByRole("button", { name: `Stop covering ${name}` }).click()
  const mine = await overdueOf(me!.adminId)
  await expect(touches()).toHaveCount(mine.length)
  await expect.poll(badgeShown).toBe(String(mine.length))
  await expect(popup.getByText(`You cover ${name} until`)).toHaveCount(0)
  await coverage.close()
})

test("goes from one overdue customer to the next by command, in a tab that shows the customer already", async () => {
  const [first, second] = (await ask(lens.options, "popup.get", {})).overdue
  // Headless browsers have no shortcuts: the event itself is given to the listener.
  const command = () =>
    lens.worker.evaluate(() => {
      const { onCommand } = chrome.commands as unknown as { onCommand: { dispatch: (name: string) => void } }
      onCommand.dispatch("next-overdue")
    })
  const tabsOf = (id: string) => lens.context.pages().filter((page) => page.url().includes(id))
  await command()
  await expect.poll(() => tabsOf(first!.accountId).length).toBe(1)
  await command()
  await expect.poll(() => tabsOf(second!.accountId).length).toBe(1)
  // A new session of the browser begins at the top again.
  await lens.worker.evaluate(() => chrome.storage.session.remove("next-overdue"))
  await command()
  const shown = () =>
    lens.worker.evaluate(
      async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.url,
    )
  await expect.poll(shown).toContain(first!.accountId)
  expect([tabsOf(first!.accountId).length, tabsOf(second!.accountId).length]).toEqual([1, 1])
  for (const { accountId } of [first!, second!]) await tabsOf(accountId)[0]!.close()
})

test("a clicked reminder opens its customer, or the book, in a tab that shows it already", async () => {
  const { accountId } = (await ask(lens.options, "popup.get", {})).overdue[0]!
  const { policy } = await ask(lens.options, "policy.get", {})
  await ask(lens.options, "policy.set", { policy: { ...policy, workingDays: [1, 2, 3, 4, 5, 6, 7] } })
  const always = { digestAt: "00:00", quietFrom: "00:00", quietTo: "00:00" }
  const ring = () => lens.worker.evaluate(() => chrome.alarms.create("reminders", { when: Date.now() }))
  const told = () => lens.worker.evaluate(async () => (await chrome.storage.local.get("reminders")).reminders)
  await ring()
  await expect.poll(told, { timeout: 20_000 }).toHaveProperty("until")
  // What the sync notes where an account changes hands.
  await lens.worker.evaluate(async (id) => {
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open("account-lens")
      request.onsuccess = () => done(request.result)
    })
    const at = new Date().toISOString()
    const tx = db.transaction("history", "readwrite")
    tx.objectStore("history").add({ accountId: id, at, on: at.slice(0, 10), kind: "mine" })
    await new Promise((done) => (tx.oncomplete = done))
    db.close()
  }, accountId)
  await ask(lens.options, "settings.set", { patch: { reminders: { ...always, digest: true } } })
  await ring()
  const shown = () =>
    lens.worker.evaluate(async () => {
      const all = await new Promise<object>((done) => chrome.notifications.getAll(done))
      return Object.keys(all)
    })
  await expect.poll(shown, { timeout: 20_000 }).toHaveLength(2)
  const notices = await shown()
  const digest = notices.find((id) => id.startsWith("reminder||digest:"))
  const arrival = notices.find((id) => id.startsWith(`reminder|${accountId}|mine:`))

  // Nobody can click a notice of a headless browser: the event itself is given to the listener.
  const click = (id: string) =>
    lens.worker.evaluate((notice) => {
      const { onClicked } = chrome.notifications as unknown as {
        onClicked: { dispatch: (id: string) => void }
      }
      onClicked.dispatch(notice)
    }, id)
  const front = () =>
    lens.worker.evaluate(
      async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.url,
    )
  for (const [notice, address] of [
    [arrival!, `/accounts/${accountId}`],
    [digest!, "tabs/app.html#book"],
  ] as const) {
    const tabs = () => lens.context.pages().filter((page) => page.url().includes(address))
    await click(notice)
    await expect.poll(front).toContain(address)
    await popup.bringToFront()
    await click(notice)
    await expect.poll(front).toContain(address)
    await expect.poll(tabs).toHaveLength(1)
    await tabs()[0]!.close()
  }
  await expect.poll(shown).toEqual([])
  await ask(lens.options, "settings.set", { patch: { reminders: { digest: false } } })
})

test("follows the computer into another time zone", async () => {
  // The override counts for the whole process, which the extension's pages share with its worker.
  const session = await lens.context.newCDPSession(lens.options)
  for (const timezoneId of ["Pacific/Kiritimati", "Pacific/Niue"]) {
    await session.send("Emulation.setTimezoneOverride", { timezoneId })
    await lens.worker.evaluate(() => chrome.alarms.create("day", { when: Date.now() }))
    // 25 hours lie between the two: it is never the same day there.
    await expect(async () => {
      const view = await ask(popup, "popup.get", {})
      expect(view.today).toBe(new Date().toLocaleDateString("sv-SE", { timeZone: timezoneId }))
      expect(view.overdue.length).toBeGreaterThan(0)
      expect(await badgeShown()).toBe(String(view.overdue.length))
      await unfold(overdue())
      await expect(touches()).toHaveCount(view.overdue.length, { timeout: 1_000 })
    }).toPass({ timeout: 30_000 })
  }
  await session.detach()
})

test("badge and list take in at midnight whoever became overdue", async () => {
  await ask(lens.options, "settings.set", { patch: { timeZone: "UTC" } })
  const { me } = await ask(lens.options, "status.get", {})
  const nextDay = await lens.worker.evaluate(async (owner) => {
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open("account-lens")
      request.onsuccess = () => done(request.result)
    })
    const rows = await new Promise<{ owner?: string; contactOverdueOn?: string }[]>((done) => {
      const request = db.transaction("summaries").objectStore("summaries").getAll()
      request.onsuccess = () => done(request.result as never)
    })
    db.close()
    const today = new Date().toISOString().slice(0, 10)
    const days = rows.flatMap((row) => (row.owner === owner ? (row.contactOverdueOn ?? []) : []))
    return days.filter((day) => day > today).sort()[0]
  }, me!.adminId)
  const midnight = Date.parse(nextDay!)
  /** The worker's clock only: Chrome's alarms keep the real time, so the day's alarm is set to ring now. */
  const itIs = async (at: number) => {
    await lens.worker.evaluate((ahead) => {
      const real = performance.timeOrigin + performance.now()
      const offset = ahead - real
      Date.now = () => Math.round(performance.timeOrigin + performance.now() + offset)
      return chrome.alarms.create("day", { when: real })
    }, at)
  }
  const equal = async () => {
    const { overdue } = await ask(lens.options, "popup.get", {})
    expect(await badgeShown()).toBe(overdue.length === 0 ? "" : String(overdue.length))
    return overdue.length
  }

  await itIs(midnight - 5 * 60_000)
  await ask(lens.options, "sync.now", {})
  await expect
    .poll(async () => (await ask(lens.options, "status.get", {})).sync.lastOkAt ?? "", { timeout: 60_000 })
    .toMatch(new RegExp(`^${new Date(midnight - 60_000).toISOString().slice(0, 10)}T23:5`))
  let before = 0
  await expect(async () => void (before = await equal())).toPass({ timeout: 30_000 })
  await itIs(midnight + 60_000)
  await expect(async () => expect(await equal()).toBeGreaterThan(before)).toPass({ timeout: 60_000 })
  await expect(async () => {
    await unfold(overdue())
    await expect(touches()).toHaveCount(await equal(), { timeout: 1_000 })
  }).toPass({ timeout: 20_000 })

  await itIs(Date.now())
  await expect(async () => expect(await equal()).toBeLessThanOrEqual(before)).toPass({ timeout: 60_000 })
})

test("opens from the cache when nothing answers, also with a worker that was stopped", async () => {
  const count = await touches().count()
  lens.replica.control.fault({ host: "*.rest.vitally.io", drop: true, times: null })
  await lens.context.setOffline(true)
  await stopWorker(lens.context)
  await popup.reload()
  await expect(overdue()).toBeVisible({ timeout: 30_000 })
  await unfold(overdue())
  await expect(touches()).toHaveCount(count, { timeout: 30_000 })
  await expect(today().getByRole("checkbox").first()).toBeVisible()
  await lens.context.setOffline(false)
  lens.replica.control.clearFaults()
})

test("shows ! on the badge and a way to connect once the key is gone", async () => {
  await lens.options.getByRole("button", { name: "Disconnect" }).click()
  await lens.options.getByRole("dialog").getByRole("button", { name: /keep/i }).click()
  await expect
    .poll(async () => (await ask(popup, "status.get", {})).badge.text, { timeout: 20_000 })
    .toBe("!")
  await popup.reload()
  await expect(popup.getByRole("heading", { name: "Connect Vitally to see your day" })).toBeVisible()
  await expect(touches()).toHaveCount(0)
})
