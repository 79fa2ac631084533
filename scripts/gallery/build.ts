/** Bundles the gallery into one page that needs no server. */
import { mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

import { build } from "esbuild"

const root = fileURLToPath(new URL("../../", import.meta.url))

/** Writes `gallery.html` with its script and sheet into a folder; gives its path. */
export async function buildGallery(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: { gallery: "scripts/gallery/gallery.tsx" },
    outdir: folder,
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
  const page = path.join(folder, "gallery.html")
  writeFileSync(
    page,
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Account Lens</title>' +
      '<link rel="stylesheet" href="gallery.css"></head><body><div id="root"></div><script src="gallery.js"></script></body></html>',
  )
  return page
}
