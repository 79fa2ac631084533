/** The list of the Yellow/Red Renewals meeting, from the cache alone. */
import type { AccountFacts, ProjectFact } from "~src/domain/facts"
import type { NameKey, Policy } from "~src/domain/policy/policy"
import { isProjectNamed } from "~src/domain/project-named"
import { causesOf } from "~src/domain/week/causes"
import { changeSince, isRaised, type MeetingRow } from "~src/domain/week/renewals-meeting"
import { noteTag } from "~src/domain/week/note-purpose"
import type { RenewalsMeeting } from "~src/messaging/views/week"

import { settableTraits } from "../../account-facts/writable-traits"
import { getMeta, setMeta } from "../../cache/meta"
import type { WorkerContext } from "../../kernel/context"
import { bookRows, type Who } from "../../lists/book-rows"
import { factsOf } from "../../lists/facts-of"
import { titleOf } from "./title-of"

export async function renewalsMeeting(
  context: WorkerContext,
  { who, withGreen = false }: { who: Who; withGreen?: boolean },
): Promise<RenewalsMeeting> {
  const { today } = await context.clock()
  const [all, record, asks = {}, title] = await Promise.all([
    bookRows(context, who),
    getMeta(context.db, "meeting"),
    getMeta(context.db, "meetingAsks"),
    titleOf(context, who),
  ])
  const raised = all
    .filter((row) => isRaised(row, today, withGreen))
    .sort((a, b) => (a.daysOut ?? 0) - (b.daysOut ?? 0) || a.name.localeCompare(b.name))
  const { facts, factsContext } = await factsOf(
    context,
    raised.map(({ id }) => id),
  )
  const { policy } = factsContext
  const last = record?.now
  const shown = new Set(raised.map(({ id }) => id))
  return {
    today,
    title,
    rows: raised.map((row): MeetingRow => {
      const { id, name, tier, ownerName, arr, currency, renewalOn, daysOut, score, band } = row
      const before = last?.standings[id]
      const known = facts.get(id)
      return {
        id,
        name,
        tier,
        ...(ownerName !== undefined && { ownerName }),
        ...(arr !== undefined && { arr }),
        ...(currency !== undefined && { currency }),
        renewalOn: renewalOn ?? today,
        daysOut: daysOut ?? 0,
        score,
        band,
        causes: causesOf(row),
        change: changeSince(last, id, row),
        ...(before && { before }),
        ...(row.accountExecutive !== undefined && { accountExecutive: row.accountExecutive }),
        assessment: assessmentOf(known, policy),
        plan: planOf(known, policy),
        daysSinceContact: row.daysSinceContact,
        rating: known?.traits.sentiment?.value ?? null,
        ask: asks[id] ?? "",
      }
    }),
    ...(last && { heldOn: last.heldOn }),
    left: last ? all.flatMap(({ id, name }) => (last.standings[id] && !shown.has(id) ? [name] : [])) : [],
    canRate: settableTraits(policy.mapping, factsContext.traitMap).includes("sentiment"),
  }
}

/** Keeps how everybody on the list stands now; `undo` brings the meeting before back. */
export async function closeMeeting(context: WorkerContext, who: Who, undo: boolean): Promise<void> {
  const record = await getMeta(context.db, "meeting")
  if (undo) {
    if (record?.before) await setMeta(context.db, "meeting", { now: record.before })
    else await context.db.delete("meta", "meeting")
  } else {
    const { today } = await context.clock()
    const rows = (await bookRows(context, who)).filter((row) => isRaised(row, today, false))
    const standings = Object.fromEntries(rows.map(({ id, score, band }) => [id, { score, band }]))
    await setMeta(context.db, "meeting", {
      now: { heldOn: today, standings },
      ...(record && { before: record.now }),
    })
  }
  context.publish("week")
}

export async function saveAsk(context: WorkerContext, accountId: string, text: string): Promise<void> {
  const asks = { ...(await getMeta(context.db, "meetingAsks")) }
  if (text === "") Reflect.deleteProperty(asks, accountId)
  else asks[accountId] = text
  await setMeta(context.db, "meetingAsks", asks)
  context.publish("week")
}

function namesOf(policy: Policy, key: NameKey): string[] {
  return [policy.names[key], ...(policy.otherNames?.[key] ?? [])]
    .filter(Boolean)
    .map((name) => name.toLowerCase())
}

/** The newest project of that name; undefined if projects were read and none has it, null if nobody looked. */
function projectOf(facts: AccountFacts | undefined, names: string[]): ProjectFact | undefined | null {
  if (!facts?.projects) return null
  const own = facts.projects.filter((project) => !project.archived && isProjectNamed(project, names))
  return own.sort((a, b) => (b.updatedOn ?? "").localeCompare(a.updatedOn ?? ""))[0]
}

function assessmentOf(facts: AccountFacts | undefined, policy: Policy): MeetingRow["assessment"] {
  const project = projectOf(facts, namesOf(policy, "healthAssessment"))
  if (project === null) return { state: "unknown" }
  if (!project) return { state: "none" }
  return project.completedOn ? { state: "done", on: project.completedOn } : { state: "open" }
}

/** Updated by the project itself, or by a status that was posted as a note. */
function planOf(facts: AccountFacts | undefined, policy: Policy): MeetingRow["plan"] {
  const project = projectOf(facts, namesOf(policy, "getWell"))
  if (project === null) return { state: "unknown" }
  if (!project) return { state: "none" }
  const posted = (facts?.touches ?? []).flatMap(({ tags = [], on }) =>
    on !== undefined && tags.includes(noteTag) && tags.includes("get-well") ? [on] : [],
  )
  const updatedOn = [...posted, ...(project.updatedOn === undefined ? [] : [project.updatedOn])].sort().at(-1)
  return {
    state: project.completedOn ? "done" : "open",
    ...(updatedOn !== undefined && { updatedOn }),
  }
}
