// Plain JavaScript: runs before any package is installed.
import { readFileSync } from "node:fs"
import path from "node:path"

/**
 * Whether the packages of the lock are installed, whoever did that: npm keeps its own list of them in node_modules, written last.
 * Optional ones may be missing, as those for other platforms are.
 * @param {string} root
 */
export function packagesInstalled(root) {
  const wanted = packagesOf(path.join(root, "package-lock.json"))
  const present = packagesOf(path.join(root, "node_modules", ".package-lock.json"))
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === "") return true
    const found = present[place]
    return found ? found.version === version : optional === true
  })
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {}
  } catch {
    return {}
  }
}
