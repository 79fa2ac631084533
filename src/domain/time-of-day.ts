/** Times of day as "HH:MM": they compare as text. */

/** `from` counts in, `to` no longer; a span over midnight is one span; two equal times are no span. */
export function isWithin(time: string, from: string, to: string): boolean {
  if (from === to) return false
  return from < to ? from <= time && time < to : time >= from || time < to
}

/** When the daily digest comes: at the chosen time, or at the end of the quiet hours that hold it. */
export function digestTime({
  digestAt,
  quietFrom,
  quietTo,
}: Record<"digestAt" | "quietFrom" | "quietTo", string>): string {
  return isWithin(digestAt, quietFrom, quietTo) ? quietTo : digestAt
}
