/**
 * The host page is the adversary (docs/security.md has the table of threats). Each test is one attack over the stand-in
 * page: what the page tries, and that it gets nothing.
 */
import { expect, type Frame, type Page, test } from "@playwright/test"

import { showcase } from "../replica/book/showcase"
import { ask } from "./ask"
import { gateBoxes, gateShows, globex, initech, push, vitally } from "./gate"
import { customerWords, embed, hostSelector, say, sessionAddress, shownText } from "./hostile"
import { type Lens, startLens } from "./lens"
import { panelFrame, panelFrameNow } from "./panel-frame"

test.describe.configure({ timeout: 120_000 })

let lens: Lens
let page: Page

test.beforeAll(async () => {
  test.setTimeout(120_000)
  lens = await startLens()
})
test.afterAll(() => lens.close())
test.beforeEach(async () => {
  page = await lens.context.newPage()
})
test.afterEach(() => page.close())

/** Opens the panel beside Globex and waits until it shows the customer. */
async function panelOn(url = globex): Promise<Frame> {
  await page.goto(url)
  const frame = await panelFrame(page)
  await expect(frame.getByRole("heading", { level: 1, name: "Globex" })).toBeVisible({ timeout: 30_000 })
  return frame
}

test.describe("reading what is not the page's", () => {
  test("a page that defines element names first reads neither the closed root nor the frame's address", async () => {
    await page.addInitScript(() => {
      const stolen: string[] = []
      Object.assign(globalThis, { stolen })
      const spy = () =>
        class extends HTMLElement {
          connectedCallback() {
            const root = this.attachInternals().shadowRoot
            stolen.push(root?.querySelector("iframe")?.src ?? "root")
          }
        }
      for (const name of ["account-lens", "account-lens-panel", "lens-panel"])
        customElements.define(name, spy())
    })
    await panelOn()
    const seen = await page.evaluate((selector) => {
      const host = document.querySelector<HTMLElement>(selector)!
      const tries = [
        () => host.attachInternals().shadowRoot,
        () => customElements.define(host.localName, class extends HTMLElement {}),
      ]
      return {
        stolen: (globalThis as unknown as { stolen: string[] }).stolen,
        root: host.shadowRoot,
        refused: tries.map((attempt) => {
          try {
            attempt()
            return "worked"
          } catch (error) {
            return (error as Error).name
          }
        }),
        frames: window.length,
        named: Object.getOwnPropertyNames(host),
      }
    }, hostSelector)
    expect(seen).toEqual({
      stolen: [],
      root: null,
      refused: ["NotSupportedError", "SyntaxError"],
      frames: 0,
      named: [],
    })
  })

  test("the address alone is worth nothing: in a frame of the page, in a window, in a tab", async () => {
    const inTree = (await panelOn()).url()
    const bare = await sessionAddress(page, lens.url(""))
    const addresses = [inTree, bare, `${bare}#account=${showcase.globex.id}`]
    for (const stolen of addresses) {
      const frame = await embed(page, stolen)
      expect(await shownText(frame), stolen).not.toMatch(customerWords)
      const opened = page
        .context()
        .waitForEvent("page", { timeout: 5_000 })
        .catch(() => null)
      await page.evaluate((url) => void window.open(url), stolen)
      const popup = await opened
      if (!popup) continue
      expect(await shownText(popup), stolen).not.toMatch(customerWords)
      await popup.close()
    }
  })

  test("the panel's page opened at top level has no rights of its own", async () => {
    for (const hash of ["", `#account=${showcase.globex.id}`]) {
      const tab = await lens.open(`sidepanel.html${hash}`)
      expect(await shownText(tab)).not.toMatch(customerWords)
      for (const [m, p] of [
        ["panel.get", { accountId: showcase.globex.id }],
        ["status.get", {}],
        ["data.export", {}],
      ] as const)
        expect(await say(tab.mainFrame(), m, p), m).toMatchObject({ ok: false })
      await tab.close()
    }
  })

  test("where the page's headers forbid our frame, the gate says so in its place", async () => {
    await page.goto(`${globex}?headers=coep`)
    const session = await page.context().newCDPSession(page)
    await session.send("Accessibility.enable")
    await expect
      .poll(
        async () => {
          const { nodes } = await session.send("Accessibility.getFullAXTree")
          return nodes.map(({ name }) => String(name?.value)).join("|")
        },
        { timeout: 30_000 },
      )
      .toContain("This page keeps the panel out")
    expect(panelFrameNow(page)).toBeUndefined()
  })

  test("the address that the browser's own COEP reports tell is worth nothing", async () => {
    for (const headers of ["coep-report", "coep"]) {
      await page.addInitScript(() => {
        const told: string[] = []
        Object.assign(globalThis, { told })
        const tell = (reports: unknown[]) => told.push(...reports.map((report) => JSON.stringify(report)))
        new ReportingObserver(tell, { buffered: true }).observe()
      })
      await page.goto(`${globex}?headers=${headers}`)
      const reports = () => page.evaluate(() => (globalThis as unknown as { told: string[] }).told.join("\n"))
      await expect.poll(reports).toContain("chrome-extension://")
      const address = /chrome-extension:\/\/[^"]+/.exec(await reports())![0]
      // A page of the same site that blocks nothing.
      await page.goto(`${vitally}/hubs/accounts/all`)
      expect(await shownText(await embed(page, address)), headers).not.toMatch(customerWords)
    }
  })

  test("patched prototypes catch nothing of the gate's", async () => {
    await page.addInitScript(() => {
      const caught: string[] = []
      Object.assign(globalThis, { caught })
      const patch = (holder: object, name: string) => {
        const original = Reflect.get(holder, name) as (...given: unknown[]) => unknown
        Reflect.set(holder, name, function (this: unknown, ...given: unknown[]) {
          caught.push(name)
          return original.apply(this, given)
        })
      }
      patch(Element.prototype, "attachShadow")
      patch(window, "postMessage")
      patch(MessagePort.prototype, "postMessage")
      patch(crypto, "randomUUID")
      patch(EventTarget.prototype, "dispatchEvent")
    })
    await panelOn()
    expect(await page.evaluate(() => (globalThis as unknown as { caught: string[] }).caught)).toEqual([])
  })

  test("posted messages aim nothing: not the panel, not a frame of the page's own", async () => {
    const frame = await panelOn()
    const own = await embed(page, await sessionAddress(page, lens.url("")))
    await page.evaluate(() => {
      for (const target of [window, ...Array.from({ length: window.length }, (_, at) => window[at]!)])
        for (const message of [crypto.randomUUID(), { token: "x".repeat(36) }, null, "#account=1"])
          target.postMessage(message, "*")
    })
    expect(await shownText(own)).not.toMatch(customerWords)
    await expect(frame.getByRole("heading", { level: 1, name: "Globex" })).toBeVisible()
  })

  test("fragment and history inside the frame aim it at nobody else", async () => {
    const frame = await panelOn()
    await frame.evaluate((id) => {
      location.hash = `#account=${id}`
    }, showcase.initech.id)
    expect(await say(frame, "panel.get", { accountId: showcase.initech.id })).not.toMatchObject({ ok: true })
    await expect(frame.getByRole("heading", { level: 1, name: "Globex" })).toBeVisible()
    await page.evaluate(() => history.back())
    expect(await shownText(frame).catch(() => "")).not.toContain("Initech")
  })
})

test.describe("a frame that is not what the user sees", () => {
  /** The first open task of the customer, completed by the frame's own message: what a stolen click would send. */
  async function write(frame: Frame) {
    return say(frame, "action.step", {
      accountId: showcase.globex.id,
      actionId: "any",
      stepId: "any",
      done: true,
    })
  }
  const refused = { ok: false, fault: { code: "not-seen" } }

  test("in its own place it may write", async () => {
    expect(await write(await panelOn())).toMatchObject({ ok: true })
  })

  for (const [what, act] of [
    [
      "moved into a small box without being reloaded",
      (selector: string) => {
        const box = document.createElement("div")
        box.style.cssText =
          "position:fixed;left:300px;top:300px;width:80px;height:40px;contain:strict;overflow:hidden"
        document.body.append(box)
        const mover = box as unknown as { moveBefore(node: Node, before: Node | null): void }
        mover.moveBefore(document.querySelector(selector)!, null)
      },
    ],
    ["zoomed small by CSS", () => document.documentElement.style.setProperty("zoom", "0.15")],
    [
      "masked on the root",
      () => document.documentElement.style.setProperty("mask", "linear-gradient(#000,#0000)"),
    ],
    [
      "clipped on the root",
      () => document.documentElement.style.setProperty("clip-path", "inset(0 0 90% 0)"),
    ],
    [
      "shrunken by a transform of the root",
      () => document.documentElement.style.setProperty("transform", "scale(.2)"),
    ],
    ["made translucent by the root", () => document.documentElement.style.setProperty("opacity", "0.1")],
    ["filtered by the root", () => document.documentElement.style.setProperty("filter", "blur(9px)")],
  ] as [string, (selector: string) => void][]) {
    test(`${what}: no write`, async () => {
      const frame = await panelOn()
      await page.evaluate(act, hostSelector)
      expect(await write(frame)).toMatchObject(refused)
    })
  }

  test("in a window too small to read: no write", async () => {
    const frame = await panelOn()
    await page.setViewportSize({ width: 420, height: 120 })
    await expect.poll(() => write(frame)).toMatchObject(refused)
  })

  test("adopted into another document and back: nothing for the stale frame, and the sheet is there again", async () => {
    const before = await panelOn()
    const whole = await gateBoxes(page)
    await page.evaluate((selector) => {
      const host = document.querySelector<HTMLElement>(selector)!
      const other = document.implementation.createHTMLDocument()
      other.body.append(host)
      document.documentElement.append(host)
      host.style.cssText =
        "all:unset;position:fixed;left:500px;top:300px;width:90px;height:30px;overflow:hidden"
    }, hostSelector)
    if (!before.isDetached()) expect(await write(before).catch(() => refused)).not.toMatchObject({ ok: true })
    await push(page, `${globex}/notes`)
    await expect.poll(() => gateBoxes(page)).toEqual(whole)
    const frame = await panelFrame(page)
    await expect(frame.getByRole("heading", { level: 1, name: "Globex" })).toBeVisible()
    expect(await write(frame)).toMatchObject({ ok: true })
  })
})

test.describe("acting for the user", () => {
  test("untrusted events move, open and store nothing, and leave the worker free", async () => {
    await panelOn()
    const places = () => lens.worker.evaluate(() => chrome.storage.local.get("places"))
    const before = await places()
    const boxes = await gateBoxes(page)
    await page.evaluate((selector) => {
      const host = document.querySelector<HTMLElement>(selector)!
      for (let i = 0; i < 1_250; i += 1) {
        host.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }))
        host.dispatchEvent(new PointerEvent("pointerdown", { pointerId: 1, clientX: 10, clientY: 10 }))
        host.dispatchEvent(new PointerEvent("pointermove", { pointerId: 1, clientX: 700 - i, clientY: i }))
        host.dispatchEvent(new MouseEvent("click"))
      }
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))
      dispatchEvent(new Event("focus"))
    }, hostSelector)
    const from = Date.now()
    await ask(lens.options, "status.get", {})
    expect(Date.now() - from).toBeLessThan(2_000)
    expect(await places()).toEqual(before)
    expect(await gateBoxes(page)).toEqual(boxes)
  })

  test("an element named as the gate's own mark does not switch the panel off", async () => {
    await page.addInitScript(() => {
      new MutationObserver((_all, observer) => {
        if (document.querySelector("body") === null) return
        observer.disconnect()
        for (const name of ["gate", "navigation", "chrome", "accountLens"]) {
          const mark = document.createElement("img")
          mark.id = name
          document.body.append(mark)
        }
      }).observe(document, { childList: true, subtree: true })
    })
    await panelOn()
  })

  test("the page can't give the frame the keyboard", async () => {
    const frame = await panelOn()
    await page.evaluate((selector) => {
      document.querySelector<HTMLElement>(selector)!.focus()
      document.querySelector<HTMLElement>(selector)!.click()
      for (let at = 0; at < window.length; at += 1) window[at]!.focus()
    }, hostSelector)
    expect(await frame.evaluate(() => document.activeElement?.localName)).toBe("body")
    expect(await page.evaluate(() => document.hasFocus() && document.activeElement?.localName)).not.toBe(
      "iframe",
    )
  })

  test("a double click on the tab opens the panel and does nothing in it", async () => {
    const frame = await panelOn()
    await frame
      .evaluate(() => chrome.runtime.sendMessage({ m: "gate.command", p: { command: "collapse" }, rid: "c" }))
      .catch(() => undefined)
    await expect.poll(() => gateShows(page)).toBe("tab")
    const box = (await gateBoxes(page))[0]!
    await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2)
    const opened = await panelFrame(page)
    await expect(opened.getByRole("heading", { level: 1, name: "Globex" })).toBeVisible()
    expect(await say(opened, "panel.get", {})).toMatchObject({ value: { view: { account: { outbox: [] } } } })
  })
})

test.describe("drag", () => {
  test("what the page lets be dragged into the panel moves it nowhere, runs nothing and sends nothing", async () => {
    const frame = await panelOn()
    await page.evaluate(() => {
      const bait = document.createElement("a")
      bait.href = "https://evil.example/"
      bait.textContent = "Drag me"
      bait.draggable = true
      bait.style.cssText =
        "position:fixed;left:200px;top:200px;width:200px;height:80px;background:gold;z-index:9"
      bait.addEventListener("dragstart", ({ dataTransfer }) => {
        dataTransfer?.setData("text/uri-list", "https://evil.example/")
        dataTransfer?.setData("text/plain", "javascript:alert(1)")
        dataTransfer?.setData("text/html", "<img src=x onerror=alert(1)><script>alert(2)</script>")
      })
      document.body.append(bait)
    })
    const dialogs: string[] = []
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    const box = (await gateBoxes(page))[0]!
    for (const at of [0.2, 0.5, 0.8]) {
      await page.mouse.move(300, 240)
      await page.mouse.down()
      await page.mouse.move(600, 300, { steps: 5 })
      await page.mouse.move(box.x + box.width / 2, box.y + box.height * at, { steps: 8 })
      await page.mouse.up()
    }
    expect(page.url()).toBe(globex)
    expect(frame.isDetached()).toBe(false)
    expect(frame.url()).toContain("/sidepanel.html")
    await expect(frame.getByRole("heading", { level: 1, name: "Globex" })).toBeVisible()
    expect(await frame.locator("main img, main script").count()).toBe(0)
    expect(dialogs).toEqual([])
    expect(await say(frame, "panel.get", {})).toMatchObject({ value: { view: { account: { outbox: [] } } } })
  })
})

test.describe("pages that are none of ours", () => {
  for (const [what, url] of [
    ["another tenant of Vitally", `https://other.vitally.io/accounts/${showcase.globex.id}`],
    ["the other region", `https://acme.vitally-eu.io/accounts/${showcase.globex.id}`],
    ["Vitally's help pages", `https://help.vitally.io/accounts/${showcase.globex.id}`],
    ["Vitally's status page", `https://status.vitally.io/accounts/${showcase.globex.id}`],
  ] as const) {
    test(`${what}: the gate is silent`, async () => {
      lens.replica.control.log.clear()
      await page.goto(url)
      await push(page, `${url}/notes`)
      // Something that comes after any answer of the worker to this page: a panel elsewhere.
      const other = await lens.context.newPage()
      await other.goto(globex)
      await panelFrame(other)
      await other.close()
      expect(await gateBoxes(page)).toEqual([])
      expect(page.frames()).toHaveLength(1)
      const entries = await page.evaluate(() => performance.getEntries().map(({ name }) => name))
      expect(entries.filter((name) => name.startsWith("chrome-extension"))).toEqual([])
    })
  }

  test("a look-alike host gets no gate", async () => {
    await page.route("https://acme.vitally.io.evil.example/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Evil</title>" }),
    )
    await page.goto(`https://acme.vitally.io.evil.example/accounts/${showcase.globex.id}`)
    expect(await gateBoxes(page)).toEqual([])
  })

  test("a page that walks through made-up ids spends a small part of the workspace's requests", async () => {
    await panelOn()
    lens.replica.control.log.clear()
    const made = Array.from(
      { length: 160 },
      (_, at) => `${vitally}/accounts/00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
    )
    await page.evaluate(async (urls) => {
      for (const url of urls) {
        history.pushState(null, "", url)
        // One frame each: the panel sees them all.
        await new Promise(requestAnimationFrame)
      }
    }, made)
    await push(page, initech)
    const frame = await panelFrame(page)
    await expect(frame.getByRole("heading", { level: 1, name: "Initech" })).toBeVisible({ timeout: 30_000 })
    expect(
      lens.replica.control.log.count({ service: "vitally", path: "00000000-0000-4000" }),
    ).toBeLessThanOrEqual(12)
  })
})

test("the back-forward cache brings the page's own customer back, with all its rights", async () => {
  await panelOn()
  await page.goto(initech)
  const second = await panelFrame(page)
  await expect(second.getByRole("heading", { level: 1, name: "Initech" })).toBeVisible()
  await page.goBack()
  await expect
    .poll(async () => {
      const frame = panelFrameNow(page)
      return frame
        ? frame
            .getByRole("heading", { level: 1 })
            .innerText()
            .catch(() => "")
        : ""
    })
    .toBe("Globex")
  const back = await panelFrame(page)
  await expect
    .poll(() => say(back, "account.brief", { accountId: showcase.globex.id }))
    .toMatchObject({ ok: true })
  expect(await say(back, "account.brief", { accountId: showcase.initech.id })).toMatchObject({ ok: false })
})
