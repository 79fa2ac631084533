/** Reading and replacing one value of a policy by its path, `contact.windows.0.overdueFrom`. */
type Tree = Record<string, unknown>

/** `tiers[0].name`, `tiers/0/name` and `tiers.0.name` are the same place. */
export function normalPath(path: string): string {
  return path
    .replace(/\[(\w+)\]/g, ".$1")
    .replaceAll("/", ".")
    .replace(/^\./, "")
}

export function getAt(tree: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((at, key) => (isTree(at) ? at[key] : undefined), tree)
}

/** A copy with the value at `path` replaced; `undefined` takes the key out. Untouched parts stay the same objects. */
export function setAt<T>(tree: T, path: string, value: unknown): T {
  const [key = "", ...rest] = path.split(".")
  const next =
    rest.length === 0 ? value : setAt((tree as Tree | undefined)?.[key] ?? {}, rest.join("."), value)
  if (Array.isArray(tree)) return tree.map((old: unknown, index) => (String(index) === key ? next : old)) as T
  const copy: Tree = { ...(tree as Tree) }
  if (next === undefined) {
    return Object.fromEntries(Object.entries(copy).filter(([name]) => name !== key)) as T
  }
  copy[key] = next
  return copy as T
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null
}
