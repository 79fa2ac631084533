/**
 * Takes the panel's pictures: `npx tsx scripts/screens.ts` writes the named ones to `docs/screens/`, some in both themes;
 * `--all FOLDER` writes every state in both themes and three widths, for looking; `--axe` checks them with axe-core.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

import { type Browser, chromium, type Page } from "@playwright/test"

import { findBrowser } from "./browser.mjs"
import { checkPage } from "./gallery/axe"
import { buildGallery } from "./gallery/build"
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
/** The moment at which the fixtures were read: ages stay the same in every picture. */
const now = new Date("2026-11-22T09:30:00Z")

const named: Record<string, Omit<Shot, "theme" | "file">> = {
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
}

/** Dark pictures of all would double the size of the folder and show nothing new. */
const inBothThemes = new Set(["account", "trait-open", "poor"])

async function openState(browser: Browser, gallery: string, shot: Shot): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: shot.width, height: shot.height },
    colorScheme: shot.theme,
    reducedMotion: "reduce",
    timezoneId: "Europe/Berlin",
    deviceScaleFactor: shot.file ? 1.5 : 1,
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(now)
  page.on("pageerror", (error) => console.error(`${shot.state}: ${error.message}`))
  await page.goto(`${pathToFileURL(gallery).href}?state=${shot.state}&theme=${shot.theme}`)
  await page.locator("main").waitFor()
  for (const selector of states[shot.state]?.click ?? []) await page.locator(selector).first().click()
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

/** What each picture shows, in the words of its state. */
function listOfScreens(): string {
  const lines = Object.entries(named).map(([name, { state }]) => {
    const dark = inBothThemes.has(name) ? ` · [dark](${name}-dark.png)` : ""
    return `- [${name}](${name}-light.png)${dark}: ${states[state]?.about ?? ""}.`
  })
  return `# Screens of the panel

Made by \`npx tsx scripts/screens.ts\` from the gallery's states (\`scripts/gallery/states.ts\`), over the real rules; this list too.
\`on-vitally.png\` is the picture that \`npm start\` takes on a machine without a display (\`build/demo/01-vitally-light.png\`).

${lines.join("\n")}
`
}

async function main(): Promise<void> {
  const [mode, target] = process.argv.slice(2)
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    args: ["--no-sandbox"],
    ...(executablePath ? { executablePath } : {}),
  })
  const gallery = await buildGallery(path.join(root, "build/gallery"))
  const themes: Theme[] = ["light", "dark"]
  try {
    if (mode === "--axe") {
      let faults = 0
      for (const state of Object.keys(states))
        for (const theme of themes) {
          const page = await openState(browser, gallery, { state, theme, width: 380, height: 900 })
          faults += await checkPage(page, `${state}, ${theme}`)
          await page.context().close()
        }
      console.log(`${faults} axe violations in ${Object.keys(states).length} states and both themes`)
      process.exitCode = faults === 0 ? 0 : 1
    } else if (mode === "--all" && target) {
      mkdirSync(target, { recursive: true })
      const only = process.argv.slice(4)
      const wanted = Object.keys(states).filter((state) => only.length === 0 || only.includes(state))
      for (const state of wanted)
        for (const theme of themes)
          for (const width of only.length > 0 ? [280, 380, 640] : [380])
            await shoot(browser, gallery, {
              state,
              theme,
              width,
              height: 900,
              whole: (states[state]?.click ?? []).length === 0,
              file: path.join(target, `${state}-${theme}-${width}.png`),
            })
    } else {
      const folder = path.join(root, "docs/screens")
      mkdirSync(folder, { recursive: true })
      for (const [name, shot] of Object.entries(named))
        for (const theme of inBothThemes.has(name) ? themes : (["light"] as const))
          await shoot(browser, gallery, { ...shot, theme, file: path.join(folder, `${name}-${theme}.png`) })
      writeFileSync(path.join(folder, "README.md"), listOfScreens())
      console.log(`${Object.keys(named).length} states in docs/screens`)
    }
  } finally {
    await browser.close()
  }
}

await main()
