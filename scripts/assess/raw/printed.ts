/** What is printed of a case; outside checks rely on these names. */
import { parsePage } from "~src/hosts"
import { orgStanding, otherOrg, sandboxNotice } from "~src/worker/features/tabs/whose-org"
import { conflictsOf } from "~src/domain/candidates/conflicts"
import type { AccountFacts } from "~src/domain/facts"
import { factNotices } from "~src/domain/candidates/notices"
import type { Assessment, TouchResult } from "~src/domain/assessment"
import type { AccountView } from "~src/messaging/contract"
import type { PopupView } from "~src/messaging/views/lists"

import { sectionNames, type SectionStates, sectionText } from "~src/worker/salesforce/sections"

import type { RawCase } from "./read-cases"

interface PrintedTouch {
  id: string
  at: string
  on: string
  channel: string
  direction: string
  verdict: string
  reason: string
  counts: boolean
}

export interface Printed {
  id: string
  facts: AccountFacts & { mine: boolean }
  assessment: Assessment
  touches: PrintedTouch[]
  waiting: { since: string; hours: number; late: boolean; who?: string; threadId?: string } | null
  conflicts: Record<string, { chosen: unknown; values: unknown[]; text: string }>
  notices: Record<string, string[]>
  lists: { today: { id: string; name: string; dueOn?: string }[] }
}

/** What the worker answered of a case's account. */
interface Answered {
  view: AccountView
  popup: PopupView
  /** Absent where Salesforce was not read. */
  sections: SectionStates | undefined
}

export function printed({ id, page }: RawCase, { view, popup, sections }: Answered): Printed {
  const { facts, assessment } = view
  const { waiting } = assessment.contact
  return {
    id,
    facts: { ...facts, mine: view.mine },
    assessment,
    touches: assessment.contact.timeline.map(touch),
    waiting: waiting && {
      since: waiting.since,
      hours: waiting.hours,
      late: waiting.late,
      ...(waiting.who !== undefined && { who: waiting.who }),
      ...(waiting.threadId !== undefined && { threadId: waiting.threadId }),
    },
    conflicts: Object.fromEntries(
      conflictsOf(facts, assessment.today).map(({ fact, chosen, others, text }) => [
        fact,
        { chosen, values: [...(chosen ? [chosen] : []), ...others], text },
      ]),
    ),
    notices: { ...factNotices(facts, assessment.today), ...noticesOf(view, sections), ...pageNotices(page) },
    lists: { today: popup.tasks },
  }
}

function touch({ id, at, on, channel, direction, verdict, reason, counts }: TouchResult): PrintedTouch {
  return {
    id: id ?? "",
    at,
    on,
    channel,
    direction,
    verdict,
    reason: reason ?? "",
    counts,
  }
}

/** What is said of the page that the panel lies on. */
function pageNotices(page: RawCase["page"]): Record<string, string[]> {
  const ref = page && parsePage(page.url)
  if (!ref) return {}
  const org = { myDomain: page.connectedTo ?? "" }
  const standing = orgStanding(ref, org)
  const { title, detail } = otherOrg(ref, org)
  const text = standing === "foreign" ? `${title} ${detail}` : sandboxNotice(ref, standing)
  return text === undefined ? {} : { page: [text] }
}

function noticesOf(
  { vitally, salesforce }: AccountView,
  sections: SectionStates | undefined,
): Record<string, string[]> {
  const notices: Record<string, string[]> = {}
  for (const name of sectionNames) {
    const text = sections && sectionText(name, sections[name])
    if (text) notices[name] = [text]
  }
  for (const fault of [vitally.fault, salesforce.fault])
    if (fault) notices["account"] = [...(notices["account"] ?? []), `${fault.title} ${fault.detail}`]
  return notices
}
