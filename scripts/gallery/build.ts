/** Bundles the gallery into pages that need no server. */
import { mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

import { build } from "esbuild"

const root = fileURLToPath(new URL("../../", import.meta.url))

/** The extension's own entries, each over the gallery's worker, which must be there before the entry asks it. */
const entries = {
  popup: "popup",
  options: "options",
  app: "tabs/app",
} as const

export type PageName = keyof typeof entries

/** Writes the panel's `gallery.html` with its script and sheet into a folder; gives its path. */
export async function buildGallery(folder: string): Promise<string> {
  await bundle(folder, "gallery", 'import "~scripts/gallery/gallery"')
  return path.join(folder, "gallery.html")
}

/** Writes a page each for popup, options and app, as `popup.html` and so on. */
export async function buildPages(folder: string, names = Object.keys(entries) as PageName[]): Promise<void> {
  for (const name of names)
    await bundle(
      folder,
      name,
      `import "~scripts/gallery/page-worker"
      import Page from "~${entries[name]}"
      import { mount } from "~scripts/gallery/mount"
      mount(Page)`,
    )
}

async function bundle(folder: string, name: string, contents: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await build({
    absWorkingDir: root,
    stdin: { contents, loader: "ts", resolveDir: root, sourcefile: `${name}.ts` },
    outfile: path.join(folder, `${name}.js`),
    bundle: true,
    minify: true,
    jsx: "automatic",
    format: "iife",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [
      {
        name: "root",
        setup: (bundler) => {
          bundler.onResolve({ filter: /^~/ }, ({ path: wanted, kind }) =>
            bundler.resolve(`./${wanted.slice(1)}`, { resolveDir: root, kind }),
          )
        },
      },
    ],
    logLevel: "warning",
  })
  writeFileSync(
    path.join(folder, `${name}.html`),
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Account Lens</title>' +
      `<link rel="stylesheet" href="${name}.css"></head><body><div id="root"></div><script src="${name}.js"></script></body></html>`,
  )
}
