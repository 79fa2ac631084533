/** Sizes and moments as the data section says them. */
import type { Instant } from "~src/domain/facts"

const units = ["bytes", "KB", "MB", "GB"] as const

/** 1536 is "1.5 KB"; decimals only below 10. */
export function bytesText(bytes: number): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(bytes, 1)) / 10)))
  const size = bytes / 1024 ** step
  return `${step > 0 && size < 10 ? size.toFixed(1) : Math.round(size)} ${units[step] ?? "bytes"}`
}

const moment = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
})

/** "Wed 25 Nov, 09:12" in the browser's time zone. */
export function momentText(at: Instant): string {
  const time = Date.parse(at)
  if (Number.isNaN(time)) return at
  const parts = Object.fromEntries(moment.formatToParts(time).map(({ type, value }) => [type, value]))
  return `${parts.weekday ?? ""} ${parts.day ?? ""} ${parts.month ?? ""}, ${parts.hour ?? ""}:${parts.minute ?? ""}`
}
