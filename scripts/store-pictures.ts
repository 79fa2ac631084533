/**
 * `npx tsx scripts/store-pictures.ts`: the store's five pictures (1280 × 800) and the small tile (440 × 280), from the gallery's
 * states with invented customers, into `store/pictures/`.
 */
import { mkdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { pathToFileURL } from "node:url"

import { type Browser, chromium } from "@playwright/test"

import { findBrowser } from "./browser.mjs"
import { buildGallery, buildPages } from "./gallery/build"
import { pageStates } from "./gallery/page-states"
import { states } from "./gallery/states"
import { root } from "./run"

interface Screen {
  state: string
  /** CSS pixels of the screen that is shown. */
  width: number
  height: number
  theme?: "light" | "dark"
  /** Only this element of it. */
  element?: string
}
interface Picture {
  title: string
  text: string
  screens: Screen[]
}

/** The moments at which the fixtures were read. */
const now = { panel: new Date("2026-11-22T09:30:00Z"), page: new Date("2026-11-23T09:30:00Z") }

const pictures: Record<string, Picture> = {
  "1-panel": {
    title: "Where the customer stands, and what to do next",
    text: "Beside the account, in Vitally and in Salesforce.",
    screens: [{ state: "account", width: 380, height: 720 }],
  },
  "2-why": {
    title: "Why, and what would turn it green",
    text: "Each trait with its scale, its source and the way to fix it. Light and dark.",
    screens: [
      { state: "trait-open", width: 380, height: 720 },
      { state: "poor", width: 380, height: 720, theme: "dark" },
    ],
  },
  "3-today": {
    title: "Your day behind one button",
    text: "Who waits, whose contact is overdue, and what is due today.",
    screens: [{ state: "popup", width: 400, height: 600 }],
  },
  "4-book": {
    title: "Your whole book, worst first",
    text: "Health, renewals and contact of all your customers.",
    screens: [{ state: "book", width: 1180, height: 600 }],
  },
  "5-consent": {
    title: "Nothing is read before you agree",
    text: "Everything stays in your browser. There is no server of ours.",
    screens: [{ state: "welcome-agree", width: 760, height: 900, element: ".consent" }],
  },
}

async function screenOf(browser: Browser, gallery: string, screen: Screen): Promise<string> {
  const own = pageStates[screen.state]
  if (!own && !states[screen.state]) throw new Error(`The gallery has no state ${screen.state}.`)
  const context = await browser.newContext({
    viewport: { width: screen.width, height: screen.height },
    colorScheme: screen.theme ?? "light",
    reducedMotion: "reduce",
    timezoneId: "Europe/Berlin",
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(own ? now.page : now.panel)
  const folder = path.dirname(gallery)
  const file = own ? path.join(folder, `${own.page}.html`) : gallery
  const hash = own?.hash ? `#${own.hash}` : ""
  await page.goto(`${pathToFileURL(file).href}?state=${screen.state}&theme=${screen.theme ?? "light"}${hash}`)
  await page.locator("main").waitFor()
  for (const selector of own?.click ?? states[screen.state]?.click ?? [])
    await page.locator(selector).first().click()
  const image = await (screen.element === undefined
    ? page.screenshot()
    : page.locator(screen.element).screenshot())
  await context.close()
  return `data:image/png;base64,${image.toString("base64")}`
}

const style = `*{margin:0;box-sizing:border-box}
body{width:100vw;height:100vh;background:#eef4f6;color:#12303a;font:20px/1.4 system-ui,sans-serif;display:flex;gap:56px;padding:40px 56px;align-items:center;overflow:hidden}
body.wide{flex-direction:column;gap:20px;padding:28px 50px 0;align-items:stretch}
header{flex:1}h1{font-size:40px;line-height:1.15;letter-spacing:-.02em;margin-bottom:14px;text-wrap:balance}
.wide h1{font-size:32px;margin-bottom:4px}.wide header{flex:none}
img{border-radius:10px;box-shadow:0 12px 40px #12303a30;max-height:720px}
.tile{flex-direction:column;justify-content:center;gap:14px;padding:0;background:#10708f;color:#fff;text-align:center}
.tile img{width:96px;height:96px;box-shadow:none}.tile h1{font-size:34px;margin:0}.tile p{font-size:17px}`

async function draw(
  browser: Browser,
  file: string,
  body: string,
  kind: string,
  width: number,
  height: number,
) {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.setContent(`<!doctype html><style>${style}</style><body class="${kind}">${body}</body>`)
  await page
    .locator("img")
    .last()
    .evaluate((image: HTMLImageElement) => image.decode())
  await page.screenshot({ path: file })
  await page.close()
}

const executablePath = findBrowser()
const browser = await chromium.launch({
  args: ["--no-sandbox"],
  ...(executablePath ? { executablePath } : {}),
})
try {
  const gallery = await buildGallery(path.join(root, "build/gallery"))
  const folder = path.dirname(gallery)
  await buildPages(folder)
  const target = path.join(root, "store/pictures")
  mkdirSync(target, { recursive: true })
  for (const [name, { title, text, screens }] of Object.entries(pictures)) {
    const images: string[] = []
    for (const screen of screens)
      images.push(`<img src="${await screenOf(browser, gallery, screen)}" alt="">`)
    const kind = (screens[0]?.width ?? 0) > 900 ? "wide" : ""
    const body = `<header><h1>${title}</h1><p>${text}</p></header>${images.join("")}`
    await draw(browser, path.join(target, `${name}.png`), body, kind, 1280, 800)
  }
  const icon = readFileSync(path.join(root, "assets/icon.png")).toString("base64")
  const tile = `<img src="data:image/png;base64,${icon}" alt=""><h1>Account Lens</h1><p>Where each customer stands</p>`
  await draw(browser, path.join(target, "small-tile.png"), tile, "tile", 440, 280)
  console.log(`${Object.keys(pictures).length} pictures and the small tile in store/pictures`)
} finally {
  await browser.close()
}
