/** Numbers as people type them, and back. */
export type NumberKind = "number" | "percent"

/** NaN where it is no number; undefined where it is empty. "1,000", "80%", "1.5m" and "500k" are understood. */
export function numberOf(text: string, kind: NumberKind): number | undefined {
  const plain = text
    .trim()
    .replaceAll(",", "")
    .replace(/^[$€£]/, "")
    .replace(/\s*%$/, "")
    .toLowerCase()
  if (plain === "") return undefined
  const found = /^(-?\d+(?:\.\d+)?)(k|m)?$/.exec(plain)
  if (!found) return Number.NaN
  const value = Number(found[1]) * (found[2] === "m" ? 1_000_000 : found[2] === "k" ? 1_000 : 1)
  // 0.1 + 0.2: what was typed in per cent must come back as it was typed.
  return kind === "percent" ? Number((value / 100).toFixed(6)) : value
}

/** As it is shown for editing; empty for no value. */
export function textOf(value: unknown, kind: NumberKind): string {
  if (typeof value !== "number" || !Number.isFinite(value)) return ""
  const shown = kind === "percent" ? Number((value * 100).toFixed(4)) : Number(value.toFixed(4))
  return shown.toLocaleString("en-GB", { maximumFractionDigits: 4 })
}
