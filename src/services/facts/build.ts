/** Stored rows of one account as facts: what Vitally says, then what Salesforce adds. */
import type {
  AccountFacts,
  ContactFact,
  Fact,
  HealthPoint,
  MeetingFact,
  ProjectFact,
  TaskFact,
} from "~src/domain/facts"
import { dayOf } from "~src/domain/calendar"
import { mapTraits } from "~src/domain/intake/map-traits"
import { readDay, readNumber } from "~src/domain/intake/values"
import {
  filled,
  isBag,
  textIn,
  textsIn,
  timeOf,
  type VitallyAccount,
  type VitallyMeeting,
  type VitallyNps,
  type VitallyProject,
  type VitallyUser,
} from "~src/schemas/vitally"
import type { ContactRow, ProjectRow, TaskRow } from "~src/storage/rows"

import type { AccountRows, FactsContext } from "./context"
import { withPending } from "./pending"
import { touchesOf } from "./touches"
import { attendeesOf, isOff, meetingStart } from "./meetings"

/** Facts of one account. Never throws on what the tolerant reader let through; what is missing stays missing. */
export function buildFacts(stored: AccountRows, context: FactsContext): AccountFacts {
  const rows = withPending(stored, context)
  const { account, organization } = rows
  const raw = account.raw as VitallyAccount
  const parent = organization?.raw as VitallyAccount | undefined
  const facts: AccountFacts = { id: account.id, name: account.name, traits: {} }
  const vitally = <T>(value: T, field: string, at = account.readAt): Fact<T> => ({
    value,
    source: "vitally",
    field,
    at,
  })
  // Rich data may sit on the organization while the account's traits are empty: the account wins, trait by trait.
  addTraits(facts, parent?.traits, organization?.readAt, context)
  addTraits(facts, raw.traits, account.readAt, context)

  if (account.salesforceId !== undefined) facts.salesforceId = vitally(account.salesforceId, "salesforceId")
  if (account.organizationId !== undefined)
    facts.organizationId = vitally(account.organizationId, "organizationId")
  const mrr = readNumber(raw.mrr) ?? readNumber(parent?.mrr)
  if (!facts.arr && mrr !== undefined && mrr > 0) facts.arr = vitally(Math.round(mrr * 12), "mrr x 12")
  const renewal = dayIn(raw.nextRenewalDate, context) ?? dayIn(parent?.nextRenewalDate, context)
  if (!facts.renewalOn && renewal) facts.renewalOn = vitally(renewal, "nextRenewalDate")
  const churned = dayIn(raw.churnedAt, context)
  if (churned) facts.churnedOn = vitally(churned, "churnedAt")
  const score = raw.healthScore
  if (typeof score === "number" && score >= 0 && score <= 10)
    facts.vitallyHealth = vitally(score, "healthScore")
  const segment = textIn((raw.segments ?? [])[0], "name")
  if (!facts.segment && segment !== undefined) facts.segment = vitally(segment, "segments")
  const owner = account.owner === undefined ? undefined : context.admins.get(account.owner)
  if (facts.technicalAdvisor === undefined && owner !== undefined) facts.technicalAdvisor = owner
  const executive = context.admins.get(filled(raw.accountExecutiveId) ?? "")
  if (facts.accountExecutive === undefined && executive !== undefined) facts.accountExecutive = executive
  lastMessages(facts, rows, vitally)

  const read = account.detailAt !== undefined
  const touches = touchesOf(rows, context)
  if (read || touches.length > 0) facts.touches = touches
  if (read) {
    facts.contactSources = [{ source: "vitally", syncedAt: account.detailAt ?? account.readAt }]
    facts.upcomingMeetings = upcoming(rows, context)
    facts.projects = rows.projects.map((row) => projectFact(row, context))
    facts.contacts = rows.contacts.map(contactFact).filter((contact) => contact !== null)
    const nps = npsOf(rows, context)
    if (nps) facts.nps = nps
  }
  if (read || rows.tasks.length > 0) facts.tasks = rows.tasks.map((row) => taskFact(row, context))
  const history = rows.history.filter(({ kind, to }) => kind === "health" && to !== undefined)
  if (history.length > 0)
    facts.history = history.map(({ on, to }): HealthPoint => ({
      on,
      score: to?.score ?? null,
      band: to?.band ?? "unknown",
    }))
  return facts
}

function addTraits(
  facts: AccountFacts,
  traits: unknown,
  readAt: string | undefined,
  context: FactsContext,
): void {
  if (readAt === undefined || !isBag(traits)) return
  const { traitMap, olderTraits, scales, clock, policy } = context
  const { sentimentWords } = policy.mapping
  for (const map of [olderTraits, traitMap]) {
    const { traits: own, ...rest } = mapTraits(traits, map, scales, clock, { sentimentWords, readAt })
    Object.assign(facts, rest)
    Object.assign(facts.traits, own)
  }
}

/**
 * Vitally's own message times count calendar mail and campaigns too, so they stand in only where the messages themselves were not
 * read, or came after that.
 */
function lastMessages(
  facts: AccountFacts,
  { account }: AccountRows,
  vitally: (value: string, field: string) => Fact<string>,
): void {
  const raw = account.raw as VitallyAccount
  const readAt = timeOf(account.detailAt) ?? Number.NEGATIVE_INFINITY
  const fields = {
    lastInboundAt: "lastInboundMessageTimestamp",
    lastOutboundAt: "lastOutboundMessageTimestamp",
  } as const
  for (const [fact, field] of Object.entries(fields) as [
    keyof typeof fields,
    (typeof fields)[keyof typeof fields],
  ][]) {
    const at = timeOf(raw[field])
    if (at !== undefined && at > readAt) facts[fact] = vitally(raw[field] ?? "", field)
  }
}

function dayIn(value: string | null | undefined, { clock }: FactsContext): string | undefined {
  return readDay(value, clock.timeZone)
}

function taskFact(row: TaskRow, { me, admins }: FactsContext): TaskFact {
  const raw = row.raw as Record<string, unknown>
  const category = textIn(raw.category, "name")
  const assignee =
    row.assignedToId === undefined
      ? undefined
      : (textIn(raw.assignedTo, "name") ?? admins.get(row.assignedToId))
  return {
    id: row.id,
    name: row.name,
    source: row.source,
    ...(row.dueOn !== undefined && { dueOn: row.dueOn }),
    ...(row.completedAt !== undefined && { completedAt: row.completedAt }),
    ...(row.assignedToId !== undefined && { assignedToId: row.assignedToId }),
    ...(assignee !== undefined && { assignedToName: assignee }),
    ...(me !== undefined && row.assignedToId === me && { mine: true }),
    ...(category !== undefined && { category }),
  }
}

function projectFact(row: ProjectRow, context: FactsContext): ProjectFact {
  const raw = row.raw as unknown as VitallyProject
  const started = dayIn(raw.actualStartDate ?? raw.targetStartDate ?? raw.createdAt, context)
  const target = dayIn(raw.targetCompletionDate, context)
  const completed = dayIn(raw.actualCompletionDate, context)
  const updated = dayIn(raw.updatedAt, context)
  const templateId = filled(raw.templateId)
  return {
    id: row.id,
    name: filled(raw.name) ?? context.templates.get(templateId ?? "") ?? "Project",
    ...(templateId !== undefined && { templateId }),
    ...(started !== undefined && { startedOn: started }),
    ...(target !== undefined && { targetOn: target }),
    ...(completed !== undefined && { completedOn: completed }),
    ...(updated !== undefined && { updatedOn: updated }),
    ...(filled(raw.archivedAt) !== undefined && { archived: true }),
  }
}

/** Keys in which Salesforce's contact roles arrive: a list, or one text with semicolons. */
const roleKeys = [
  "sfdc.Role__c",
  "sfdc.Roles__c",
  "sfdc.Contact_Role__c",
  "role",
  "Role",
  "vitally.custom.role",
]
const titleKeys = ["title", "sfdc.Title", "jobTitle", "vitally.custom.title"]

function contactFact(row: ContactRow): ContactFact | null {
  const raw = row.raw as unknown as VitallyUser
  if (filled(raw.deactivatedAt) !== undefined) return null
  const traits = raw.traits ?? {}
  const roles = roleKeys.flatMap((key) => {
    const value = traits[key]
    return typeof value === "string" ? value.split(";") : textsIn(value)
  })
  const title = titleKeys.map((key) => textIn(traits, key)).find((value) => value !== undefined)
  const email = filled(raw.email)
  const touched = [raw.lastInboundMessageTimestamp, raw.lastOutboundMessageTimestamp]
    .flatMap((at) => filled(at) ?? [])
    .sort()
  const lastTouch = touched[touched.length - 1]?.slice(0, 10)
  return {
    id: raw.id,
    name: filled(raw.name) ?? email ?? "Contact without a name",
    roles: [...new Set(roles.map((role) => role.trim()).filter(Boolean))],
    source: "vitally",
    ...(email !== undefined && { email }),
    ...(title !== undefined && { title }),
    ...(lastTouch !== undefined && { lastTouchOn: lastTouch }),
  }
}

function upcoming({ details }: AccountRows, { clock }: FactsContext): MeetingFact[] {
  const body = details.find(({ part }) => part === "meetings")?.body
  const meetings = Array.isArray(body) ? (body as VitallyMeeting[]) : []
  return meetings
    .flatMap((meeting): MeetingFact[] => {
      const at = meetingStart(meeting)
      const on = at === undefined ? null : dayOf(at, clock.timeZone)
      if (at === undefined || on === null || isOff(meeting)) return []
      if (at.length === 10 ? on < clock.today : Date.parse(at) < Date.parse(clock.now)) return []
      const { theirs, ours } = attendeesOf(meeting)
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

function npsOf({ details }: AccountRows, context: FactsContext): AccountFacts["nps"] {
  const body = details.find(({ part }) => part === "nps")?.body
  const answers = (Array.isArray(body) ? (body as VitallyNps[]) : []).filter(
    ({ score }) => typeof score === "number",
  )
  const newest = answers.sort((a, b) => (timeOf(b.respondedAt) ?? 0) - (timeOf(a.respondedAt) ?? 0))[0]
  if (!newest) return undefined
  const on = dayIn(newest.respondedAt, context)
  const who = textIn(newest.user, "name")
  const feedback = filled(newest.feedback)
  return {
    score: newest.score ?? 0,
    ...(feedback !== undefined && { feedback }),
    ...(on !== undefined && { respondedOn: on }),
    ...(who !== undefined && { who }),
  }
}
