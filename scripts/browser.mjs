// Plain JavaScript: runs before any package is installed.
import { accessSync, constants, existsSync } from "node:fs"
import path from "node:path"
import process from "node:process"

import { installFromDebian } from "./debian.mjs"

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome-for-testing",
  "google-chrome",
  "google-chrome-stable",
]
const wellKnown = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
]

/** Where Chrome or Chromium is: `CHROME_PATH` first, then the PATH, then the usual places. Undefined if there is none. */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH names ${chosen}, and there is no such file.`)
    return chosen
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter).concat("/usr/bin", "/snap/bin")
  for (const name of names) {
    for (const folder of folders) {
      const file = path.join(folder, name)
      if (isExecutable(file)) return file
    }
  }
  return wellKnown.find((file) => existsSync(file))
}

/**
 * Finds a browser, installing Debian's Chromium where this is Debian and we are root.
 * @throws Error that says what to do.
 */
export function ensureBrowser() {
  const found = findBrowser()
  if (found) return found
  const wanted = ["chromium", "fonts-noto-core", "fonts-noto-color-emoji"]
  const installed = installFromDebian("Chromium", wanted) ? findBrowser() : undefined
  if (installed) return installed
  throw new Error(
    "No Chrome or Chromium was found. Install one (on Debian: apt-get install chromium), or set CHROME_PATH to it.",
  )
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
