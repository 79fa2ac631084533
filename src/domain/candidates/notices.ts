/** What a reader is told of single facts: what can't be read, and what is left out though a system holds it. */
import { placeOf, valueText } from "./say"
import { FACT_LABELS } from "../policy/fact-labels"
import type { AccountFacts, CalendarDate } from "../facts"
import type { FactName } from "../policy/policy"
import { capital } from "../words"

export type FactNotices = Partial<Record<FactName, string[]>>

export function factNotices(facts: AccountFacts, today: CalendarDate): FactNotices {
  const notices: FactNotices = {}
  const say = (name: FactName, text: string) => (notices[name] ??= []).push(text)
  for (const [name, text] of Object.entries(facts.unread ?? {}) as [FactName, string][])
    say(name, unreadNotice(name, text))
  const arr = facts.choices?.arr
  const group = arr?.all.find(({ sharedBy = 1 }) => sharedBy > 1)
  if (arr && !arr.chosen && group)
    say(
      "arr",
      `${capital(placeOf(group))} has ${valueText("arr", group, facts, today)}, but ${group.aside ?? ""}.`,
    )
  const { openEndedContract: open } = facts
  if (open) say("renewalOn", openEndedNotice(open))
  return notices
}

/** "Salesforce's contract C-2 has no end: it is open-ended." */
export function openEndedNotice({ name, source }: NonNullable<AccountFacts["openEndedContract"]>): string {
  const place = placeOf({ value: null, system: source, object: "contract", field: "", record: name })
  return `${capital(place)} has no end: it is open-ended.`
}

/** "The field of the renewal date holds “Q2 FY27”, which can't be read." */
export function unreadNotice(name: FactName, text: string): string {
  return `${FACT_LABELS[name]}: its field holds “${text}”, which can't be read.`
}
