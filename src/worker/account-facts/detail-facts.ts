/** What hangs under an account as facts: tasks, projects, coming meetings, NPS. */
import type { AccountFacts, MeetingFact, ProjectFact, TaskFact } from "~src/domain/facts"
import { dayOf } from "~src/domain/calendar"
import { readDay } from "~src/domain/intake/values"
import { salesforceRecordUrl } from "~src/hosts"
import {
  bagsIn,
  filled,
  textIn,
  timeOf,
  type VitallyMeeting,
  type VitallyNps,
  type VitallyProject,
} from "../vitally/rows"
import type { ProjectRow, TaskRow } from "../cache/rows"

import type { AccountRows, FactsContext } from "./context"
import { oursOf } from "./ours"
import { attendeesOf, isOff, meetingStart } from "../evidence/meetings"

export function taskFact(row: TaskRow, { me, admins, salesforce }: FactsContext): TaskFact {
  const raw = row.raw as Record<string, unknown>
  const category = textIn(raw.category, "name")
  const assignee =
    row.assignedToId === undefined
      ? undefined
      : (textIn(raw.assignedTo, "name") ?? admins.get(row.assignedToId))
  // Of Salesforce's tasks only the signed-in user's own are stored.
  const isSalesforce = row.source === "salesforce"
  const url =
    isSalesforce && salesforce ? salesforceRecordUrl(salesforce.apiHost, String(raw.id), "Task") : null
  const projectIds = bagsIn(raw.projects).flatMap((project) => textIn(project, "id") ?? [])
  const mine = isSalesforce || (me !== undefined && row.assignedToId === me)
  return {
    id: row.id,
    name: row.name,
    source: row.source,
    ...(row.dueOn !== undefined && { dueOn: row.dueOn }),
    ...(row.completedAt !== undefined && { completedAt: row.completedAt }),
    ...(row.assignedToId !== undefined && { assignedToId: row.assignedToId }),
    ...(assignee !== undefined && { assignedToName: assignee }),
    ...(mine && { mine }),
    ...(url !== null && { url }),
    ...(category !== undefined && { category }),
    ...(projectIds.length > 0 && { projectIds }),
  }
}

export function projectFact(row: ProjectRow, context: FactsContext): ProjectFact {
  const raw = row.raw as unknown as VitallyProject
  const started = readDay(raw.actualStartDate ?? raw.targetStartDate ?? raw.createdAt, context.clock.timeZone)
  const target = readDay(raw.targetCompletionDate, context.clock.timeZone)
  const completed = readDay(raw.actualCompletionDate, context.clock.timeZone)
  const updated = readDay(raw.updatedAt, context.clock.timeZone)
  const templateId = filled(raw.templateId)
  const templateName = context.templates.get(templateId ?? "")
  return {
    id: row.id,
    name: filled(raw.name) ?? templateName ?? "Project",
    ...(templateId !== undefined && { templateId }),
    ...(templateName !== undefined && { templateName }),
    ...(started !== undefined && { startedOn: started }),
    ...(target !== undefined && { targetOn: target }),
    ...(completed !== undefined && { completedOn: completed }),
    ...(updated !== undefined && { updatedOn: updated }),
    ...(filled(raw.archivedAt) !== undefined && { archived: true }),
  }
}

export function upcoming({ details }: AccountRows, context: FactsContext): MeetingFact[] {
  const { clock } = context
  const body = details.find(({ part }) => part === "meetings")?.body
  const meetings = Array.isArray(body) ? (body as VitallyMeeting[]) : []
  return meetings
    .flatMap((meeting): MeetingFact[] => {
      const at = meetingStart(meeting)
      const on = at === undefined ? null : dayOf(at, clock.timeZone)
      if (at === undefined || on === null || isOff(meeting)) return []
      if (at.length === 10 ? on < clock.today : Date.parse(at) < Date.parse(clock.now)) return []
      const { theirs, ours } = attendeesOf(meeting, oursOf(context))
      const url = filled(meeting.videoConferenceUri)
      return [
        {
          id: meeting.id,
          title: filled(meeting.title) ?? "Meeting",
          at,
          on,
          attendees: [...theirs, ...ours],
          ...(url?.startsWith("https://") && { url }),
        },
      ]
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

export function npsOf({ details }: AccountRows, context: FactsContext): AccountFacts["nps"] {
  const body = details.find(({ part }) => part === "nps")?.body
  const answers = (Array.isArray(body) ? (body as VitallyNps[]) : []).filter(
    ({ score }) => typeof score === "number",
  )
  const newest = answers.sort((a, b) => (timeOf(b.respondedAt) ?? 0) - (timeOf(a.respondedAt) ?? 0))[0]
  if (!newest) return undefined
  const on = readDay(newest.respondedAt, context.clock.timeZone)
  const who = textIn(newest.user, "name")
  const feedback = filled(newest.feedback)
  return {
    score: newest.score ?? 0,
    ...(feedback !== undefined && { feedback }),
    ...(on !== undefined && { respondedOn: on }),
    ...(who !== undefined && { who }),
  }
}
