/** Which changes are wanted, and the list as Markdown. Pure. */
import { wayOf } from "~src/domain/week/direction"
import { colour, score, shortDate } from "~src/domain/words"
import type { WeekHistory } from "~src/messaging/views/team"
import { app } from "~src/ui/strings/app"

type Change = WeekHistory["changes"][number]

/** `band`: only where the colour changed. */
export type WantedWay = "all" | "up" | "down" | "band"

export function wantedWay(change: Change, wanted: WantedWay): boolean {
  if (wanted === "all") return true
  if (wanted === "band") return change.from.band !== change.to.band
  return wayOf(change) === wanted
}

export function changesMarkdown(changes: readonly Change[], today: string): string {
  const said = ({ score: value, band }: Change["from"]) =>
    `${value === null ? "no score" : score(value)} ${colour(band)}`
  const rows = changes.map(
    ({ name, ownerName = "", at, from, to, moved }) =>
      `| ${[
        shortDate(at.slice(0, 10), today),
        name.replaceAll("|", "\\|"),
        ownerName,
        said(from),
        said(to),
        moved.map((one) => `${one.label} ${one.from || "no data"} to ${one.to || "no data"}`).join(", "),
      ].join(" | ")} |`,
  )
  return [
    `# ${app.pages.changes}, ${shortDate(today)}`,
    "",
    "| Noted | Customer | TA | From | To | What moved |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n")
}
