/**
 * Takes the pictures: `npx tsx scripts/screens.ts` writes the panel's named ones to `docs/screens/`, some in both themes;
 * `--all FOLDER [STATE…]` writes states of the panel and of all pages in both themes, named ones in several widths, for
 * looking; `--axe [STATE…]` checks them with axe-core.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

import { type Browser, chromium, type Page } from "@playwright/test"

import { findBrowser } from "./browser.mjs"
import { checkPage } from "./gallery/axe"
import { buildGallery, buildPages, type PageName } from "./gallery/build"
import { pageStates } from "./gallery/page-states"
import { states } from "./gallery/states"

type Theme = "light" | "dark"

interface Shot {
  state: string
  theme: Theme
  width: number
  height: number
  file?: string
  whole?: boolean
}

const root = fileURLToPath(new URL("../", import.meta.url))
/** The moments at which the fixtures were read: ages stay the same in every picture. */
const now = { panel: new Date("2026-11-22T09:30:00Z"), page: new Date("2026-11-23T09:30:00Z") }

/** Widths of the window: the usual one, and those of a closer look. Chrome gives the popup what it asks for. */
const widthsOf: Record<PageName | "panel", { usual: number; closer: number[] }> = {
  panel: { usual: 380, closer: [280, 380, 640] },
  popup: { usual: 400, closer: [400] },
  app: { usual: 1280, closer: [640, 800, 1024, 1440, 1920] },
  options: { usual: 1280, closer: [640, 1024, 1440] },
}
const pageOf = (state: string) => pageStates[state]?.page ?? "panel"

const pictures: Record<string, Omit<Shot, "theme" | "file">> = {
  account: { state: "account", width: 380, height: 900 },
  "trait-open": { state: "trait-open", width: 380, height: 900 },
  "action-open": { state: "action-open", width: 380, height: 900 },
  healthy: { state: "healthy", width: 380, height: 900 },
  poor: { state: "poor", width: 380, height: 900 },
  "no-data": { state: "no-data", width: 380, height: 900 },
  renewal: { state: "renewal", width: 380, height: 900 },
  pinned: { state: "pinned", width: 380, height: 640 },
  outbox: { state: "outbox", width: 380, height: 900 },
  error: { state: "error", width: 380, height: 900 },
  "call-brief": { state: "brief", width: 380, height: 900 },
  "log-touch": { state: "log-touch", width: 380, height: 900 },
  "not-connected": { state: "not-connected", width: 380, height: 640 },
  unknown: { state: "unknown", width: 380, height: 640 },
  churned: { state: "churned", width: 380, height: 900 },
  narrow: { state: "red", width: 280, height: 900 },
  popup: { state: "popup-full", width: 400, height: 600 },
  "popup-done": { state: "popup-all-done", width: 400, height: 600 },
  book: { state: "book", width: 1280, height: 900 },
}

/** Dark pictures of all would double the size of the folder and show nothing new. */
const inBothThemes = new Set([
  "account",
  "poor",
  "healthy",
  "no-data",
  "churned",
  "popup",
  "popup-done",
  "book",
])

/** As they were before the redesign of November 2026, in `docs/screens/before/`. */
const before = ["account", "poor", "healthy", "no-data", "renewal", "action-open", "call-brief", "unknown"]

/** What the sheet of collapsed tabs shows, each in a frame of the gate's size; the last as a peek. */
const tabs = [
  ["healthy", "Healthy"],
  ["account", "Concerning"],
  ["poor", "Poor, a customer waits"],
  ["no-data", "No score, no contact known"],
  ["churned", "Churned"],
  ["unknown", "Page of no known customer"],
] as const

async function openState(browser: Browser, gallery: string, shot: Shot): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: shot.width, height: shot.height },
    colorScheme: shot.theme,
    reducedMotion: "reduce",
    timezoneId: "Europe/Berlin",
    deviceScaleFactor: shot.file ? 1.5 : 1,
  })
  const page = await context.newPage()
  const own = pageStates[shot.state]
  await page.clock.setFixedTime(own ? now.page : now.panel)
  page.on("pageerror", (error) => console.error(`${shot.state}: ${error.message}`))
  const file = own ? path.join(path.dirname(gallery), `${own.page}.html`) : gallery
  const hash = own?.hash ? `#${own.hash}` : ""
  await page.goto(`${pathToFileURL(file).href}?state=${shot.state}&theme=${shot.theme}${hash}`)
  await page.locator("main").waitFor()
  for (const [label, text] of Object.entries(own?.fill ?? {}))
    await page.getByLabel(label, { exact: true }).first().fill(text)
  for (const selector of own?.click ?? states[shot.state]?.click ?? [])
    await page.locator(selector).first().click()
  const { scroll } = states[shot.state] ?? {}
  if (scroll && !shot.whole)
    await page
      .locator(scroll)
      .first()
      .evaluate((one) => one.scrollIntoView({ block: "center" }))
  return page
}

async function shoot(browser: Browser, gallery: string, shot: Shot): Promise<void> {
  const page = await openState(browser, gallery, shot)
  if (shot.file) await page.screenshot({ path: shot.file, fullPage: shot.whole ?? false })
  await page.context().close()
}

/** A page with the collapsed tab in its states, and its peek. */
function writeTabSheet(folder: string, theme: Theme): string {
  const frame = (state: string, width: number) =>
    `<iframe src="gallery.html?state=${state}&theme=${theme}" style="width:${width}px;height:92px;border:0"></iframe>`
  const cells = tabs.map(
    ([state, text]) => `<figure>${frame(state, 40)}<figcaption>${text}</figcaption></figure>`,
  )
  const colours = theme === "dark" ? "#22272e;color:#dde" : "#eef1f4;color:#222"
  const file = path.join(folder, `tabs-${theme}.html`)
  writeFileSync(
    file,
    `<!doctype html><meta charset="utf-8"><style>body{margin:24px;font:13px system-ui;background:${colours}}main{display:flex;gap:24px}figure{margin:0 0 24px;width:96px}</style><main>${cells.join("")}</main><figure style="width:380px">${frame("poor", 380)}<figcaption>Under the pointer or the focus</figcaption></figure>`,
  )
  return file
}

async function shootTabSheet(browser: Browser, folder: string, theme: Theme, file: string): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 760, height: 320 },
    colorScheme: theme,
    timezoneId: "Europe/Berlin",
    deviceScaleFactor: 1.5,
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(now.panel)
  await page.goto(pathToFileURL(writeTabSheet(folder, theme)).href)
  for (const frame of page.frames().slice(1)) await frame.locator(".edge-shown, .peek").first().waitFor()
  await page.screenshot({ path: file })
  await context.close()
}

/** What each picture shows, in the words of its state. */
function listOfScreens(): string {
  const lines = Object.entries(pictures).map(([name, { state }]) => {
    const dark = inBothThemes.has(name) ? ` · [dark](${name}-dark.png)` : ""
    const old = before.includes(name) ? ` · [before](before/${name}-light.png)` : ""
    return `- [${name}](${name}-light.png)${dark}${old}: ${(states[state] ?? pageStates[state])?.about ?? ""}.`
  })
  return `# Screens

Made by \`npx tsx scripts/screens.ts\` from the gallery's states (\`scripts/gallery/\`), over the real rules; this list too.
"Before" are the pictures of the panel before its redesign in November 2026; popup, tab and book had none.
\`on-vitally.png\` is the picture that \`npm start\` takes on a machine without a display (\`build/demo/01-vitally-light.png\`).

${lines.join("\n")}
- [tab](tab-light.png) · [dark](tab-dark.png): The collapsed tab in its states, and its peek.
`
}

async function main(): Promise<void> {
  const [mode, ...words] = process.argv.slice(2)
  const [target, ...rest] = mode === "--axe" ? ["", ...words] : words
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    args: ["--no-sandbox"],
    ...(executablePath ? { executablePath } : {}),
  })
  const folder = path.join(root, "build/gallery")
  const gallery = await buildGallery(folder)
  const themes: Theme[] = ["light", "dark"]
  const named = rest.length > 0 ? rest : [...Object.keys(states), ...Object.keys(pageStates)]
  try {
    if (mode === "--axe") {
      await buildPages(folder)
      let faults = 0
      for (const state of named)
        for (const theme of themes) {
          const width = widthsOf[pageOf(state)].usual
          const page = await openState(browser, gallery, { state, theme, width, height: 900 })
          faults += await checkPage(page, `${state}, ${theme}`)
          await page.context().close()
        }
      console.log(`${faults} axe violations in ${named.length} states and both themes`)
      process.exitCode = faults === 0 ? 0 : 1
    } else if (mode === "--all" && target) {
      await buildPages(folder)
      mkdirSync(target, { recursive: true })
      for (const state of named)
        for (const theme of themes) {
          const { usual, closer } = widthsOf[pageOf(state)]
          for (const width of rest.length > 0 ? closer : [usual])
            await shoot(browser, gallery, {
              state,
              theme,
              width,
              height: pageOf(state) === "popup" ? 600 : 900,
              whole: (states[state]?.click ?? []).length === 0,
              file: path.join(target, `${state}-${theme}-${width}.png`),
            })
        }
    } else {
      const screens = path.join(root, "docs/screens")
      mkdirSync(screens, { recursive: true })
      await buildPages(folder)
      for (const theme of themes)
        await shootTabSheet(browser, folder, theme, path.join(screens, `tab-${theme}.png`))
      for (const [name, shot] of Object.entries(pictures))
        for (const theme of inBothThemes.has(name) ? themes : (["light"] as const))
          await shoot(browser, gallery, { ...shot, theme, file: path.join(screens, `${name}-${theme}.png`) })
      writeFileSync(path.join(screens, "README.md"), listOfScreens())
      console.log(`${Object.keys(pictures).length} states in docs/screens`)
    }
  } finally {
    await browser.close()
  }
}

await main()
