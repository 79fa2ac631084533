/** Writes on their way, shown as done: the panel, the lists and the badge must not wait for the network. */
import type { TraitKey } from "~src/domain/facts"
import type { TraitMap } from "~src/domain/policy/policy"
import { externalIdOf, firstOf } from "../writes/ids"
import { isNews } from "../writes/still-pending"
import { dayOf } from "~src/domain/calendar"
import { noteTag } from "~src/domain/week/note-purpose"
import { ownTouchId } from "../evidence/note-touch"
import type { OutboxRow, TouchRow } from "../cache/rows"
import type { VitallyAccount } from "../vitally/rows"

import type { AccountRows, FactsContext } from "./context"

/** The rows as they will be once every pending write has arrived. */
export function withPending(rows: AccountRows, context: FactsContext): AccountRows {
  return rows.pending.reduce((now, row) => apply(now, row, context), rows)
}

function apply(rows: AccountRows, row: OutboxRow, context: FactsContext): AccountRows {
  const { id, kind, payload, accountId, createdAt } = row
  const text = (key: string): string | undefined =>
    typeof payload[key] === "string" ? payload[key] : undefined
  switch (kind) {
    case "task.complete":
    case "task.reopen": {
      const taskId = text("taskId")
      const at = text("completedAt") ?? new Date(createdAt).toISOString()
      const tasks = rows.tasks.map((task) => {
        if (task.id !== taskId || !isNews(row, task.readAt)) return task
        if (kind === "task.complete") return { ...task, completedAt: at, open: 0 as const }
        const reopened = { ...task, open: 1 as const }
        delete reopened.completedAt
        return reopened
      })
      return { ...rows, tasks }
    }
    case "touch.log": {
      // The same contact may be logged to both systems; it is one.
      const touchId = ownTouchId(externalIdOf(firstOf(id)))
      if (rows.touches.some((known) => known.id === touchId) || !isNews(row, rows.account.detailAt))
        return rows
      const touch: TouchRow = {
        id: touchId,
        accountId,
        at: text("at") ?? new Date(createdAt).toISOString(),
        on: text("on") ?? context.clock.today,
        channel: (text("channel") ?? "other") as TouchRow["channel"],
        direction: (text("direction") ?? "unknown") as TouchRow["direction"],
        automatic: false,
        source: "manual",
        ...(context.me !== undefined && { by: context.me }),
        ...(text("subject") !== undefined && { subject: text("subject") ?? "" }),
      }
      return { ...rows, touches: [...rows.touches, touch] }
    }
    case "note.add": {
      const about = text("about")
      const noteId = ownTouchId(externalIdOf(firstOf(id)))
      const isKnown = rows.touches.some((known) => known.id === noteId)
      if (about === undefined || isKnown || !isNews(row, rows.account.detailAt)) return rows
      const note: TouchRow = {
        id: noteId,
        accountId,
        at: text("at") ?? new Date(createdAt).toISOString(),
        on: dayOf(text("at") ?? "", context.clock.timeZone) ?? context.clock.today,
        channel: "note",
        direction: "unknown",
        automatic: false,
        source: "vitally",
        noteCategory: "",
        tags: [noteTag, about],
      }
      return { ...rows, touches: [...rows.touches, note] }
    }
    case "trait.set": {
      const key = writeKeyOf(text("trait") as WritableTrait | undefined, context)
      if (key === undefined || !isNews(row, rows.account.readAt)) return rows
      const raw = rows.account.raw as VitallyAccount
      const traits = { ...raw.traits, [key]: payload.value }
      return { ...rows, account: { ...rows.account, raw: { ...raw, traits } } }
    }
    default:
      return rows
  }
}

type WritableTrait = TraitKey | "redAccount" | "lighthouse"

/** Key inside `traits` under which a trait is read, for showing what was set. */
function writeKeyOf(
  trait: WritableTrait | undefined,
  { traitMap }: { traitMap: TraitMap },
): string | undefined {
  return trait === undefined ? undefined : traitMap[trait]
}
