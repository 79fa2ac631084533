/**
 * What in a customer's data contradicts itself or is missing, and what would settle it (`facts/evidence.md`, section 3). The weight of a
 * finding is the customer's ARR times what depends on the fact.
 */
import type { Assessment } from "../assessment"
import type { Candidate } from "../candidates/candidate"
import { type Conflict, conflictsOf } from "../candidates/conflicts"
import { factNotices, openEndedNotice, unreadNotice } from "../candidates/notices"
import { type AccountFacts, type FactName, isRatio } from "../facts"
import { hasRole } from "../lifecycle/risks"
import { shortDate } from "../words"

/** The button that settles it. */
export type Settling =
  | { how: "choose"; fact: FactName; options: Candidate[] }
  | { how: "set"; trait: "lighthouse" | "activeChampion"; value: boolean; label: string }
  | { how: "open"; where: "vitally" | "salesforce" | "account" | "link" }

export interface DataFinding {
  /** Stable within the customer: a fact's name, or the rule's. */
  key: string
  kind: "contradiction" | "gap"
  text: string
  /** What would settle it, in words. */
  settle: string
  settling: Settling
  /** The user chose one of the values. */
  isSettled?: true
  /** 1 to 3: how much hangs on it. */
  depends: number
  /** Changes with what was found: one that was seen as fine comes back. */
  print: string
}

/** What is known of the account beside its facts. */
export interface AccountStanding {
  /** Names of those who hold the role that means "mine". */
  owners: readonly string[]
  /** Salesforce is connected and no record of it belongs to this customer. */
  isUnmatched: boolean
  /** Whether a trait can be set from here. */
  canSet: (trait: "lighthouse" | "activeChampion") => boolean
}

type Rule = (
  facts: AccountFacts,
  assessment: Assessment,
  standing: AccountStanding,
) => Omit<DataFinding, "print"> | null

const heavy: ReadonlySet<FactName> = new Set<FactName>(["renewalOn", "churnedOn", "arr"])
const middling: ReadonlySet<FactName> = new Set<FactName>([
  "segment",
  "employees",
  "developers",
  "seats",
  "sentiment",
  "activeChampion",
  "accessToBuyer",
  "mauOverSeats",
  "dauOverMau",
])
const weightOf = (fact: FactName): number => (heavy.has(fact) ? 3 : middling.has(fact) ? 2 : 1)

const inVitally: Settling = { how: "open", where: "vitally" }

const churnedButRenewing: Rule = ({ churnedOn, renewalOn }, { today }) =>
  churnedOn && churnedOn.value <= today && renewalOn && renewalOn.value > today
    ? {
        key: "churned-but-renewing",
        kind: "contradiction",
        text: `Churned on ${shortDate(churnedOn.value, today)}, yet a renewal on ${shortDate(renewalOn.value, today)} lies ahead.`,
        settle: "Clear the churn date if they came back; else clear the renewal date.",
        settling: inVitally,
        depends: 3,
      }
    : null

const endedWithoutSuccessor: Rule = ({ churnedOn }, { renewal, today }) =>
  !churnedOn && renewal.on !== null && renewal.on < today
    ? {
        key: "ended",
        kind: "gap",
        text: `The contract ended on ${shortDate(renewal.on, today)}, and no later date is known.`,
        settle: "Enter the new end if it was renewed or extended, or the churn date if not.",
        settling: inVitally,
        depends: 3,
      }
    : null

/** A contract without an end is no gap to be filled with one, but somebody must know of it. */
const openEnded: Rule = ({ churnedOn, openEndedContract }, { renewal }) =>
  openEndedContract && !churnedOn && renewal.on === null
    ? {
        key: "open-ended",
        kind: "gap",
        text: openEndedNotice(openEndedContract),
        settle: "Ask the AE what it says of notice, and enter a review date.",
        settling: { how: "open", where: "salesforce" },
        depends: 3,
      }
    : null

/** A group's sum is no account's own revenue. */
const ownArrMissing: Rule = (facts, { today }) => {
  const { arr } = facts.choices ?? {}
  const [text] = arr && !arr.chosen ? (factNotices(facts, today).arr ?? []) : []
  return text === undefined
    ? null
    : {
        key: "own-arr",
        kind: "gap",
        text,
        settle: "Enter the account's own ARR.",
        settling: inVitally,
        depends: 3,
      }
}

const noRenewalDate: Rule = ({ churnedOn, arr, unread, openEndedContract }, { renewal }) =>
  !churnedOn &&
  renewal.on === null &&
  (arr?.value ?? 0) > 0 &&
  unread?.renewalOn === undefined &&
  !openEndedContract
    ? {
        key: "no-renewal-date",
        kind: "gap",
        text: "They pay, but no renewal date is known.",
        settle: "Enter the contract's end.",
        settling: inVitally,
        depends: 3,
      }
    : null

const championWithoutContact: Rule = ({ traits, contacts }) => {
  if (traits.activeChampion?.value !== true || !contacts) return null
  if (hasRole(contacts, "Champion")) return null
  return {
    key: "champion-without-contact",
    kind: "contradiction",
    text: "An active champion is marked, but no contact has the role Champion.",
    settle: "Give the person the role, or take the mark away.",
    settling: { how: "set", trait: "activeChampion", value: false, label: "Mark as no champion" },
    depends: 2,
  }
}

const bouncingChampion: Rule = ({ contacts = [] }) => {
  const gone = contacts.find((contact) => contact.bounced && hasRole([contact], "Champion"))
  return gone
    ? {
        key: "champion-bounces",
        kind: "contradiction",
        text: `${gone.name} is the champion, but mail to them bounces: they may have left.`,
        settle: "Ask who follows them.",
        settling: { how: "open", where: "account" },
        depends: 2,
      }
    : null
}

const redWithoutLighthouse: Rule = ({ redAccount, lighthouse }) =>
  redAccount?.value === true && lighthouse?.value !== true
    ? {
        key: "red-without-lighthouse",
        kind: "contradiction",
        text: "Marked as Red Account, but not in Lighthouse.",
        settle: "Nominate it, or take the mark away.",
        settling: { how: "set", trait: "lighthouse", value: true, label: "Set Lighthouse" },
        depends: 2,
      }
    : null

const severalOwners: Rule = (_facts, _assessment, { owners }) =>
  owners.length > 1
    ? {
        key: "several-owners",
        kind: "contradiction",
        text: `${owners.join(" and ")} hold the same role: it is in several books.`,
        settle: "Leave the role to one of them.",
        settling: inVitally,
        depends: 1,
      }
    : null

const unmatched: Rule = (_facts, _assessment, { isUnmatched }) =>
  isUnmatched
    ? {
        key: "no-salesforce",
        kind: "gap",
        text: "No Salesforce account belongs to it, so contracts and activities are missing.",
        settle: "Link it once.",
        settling: { how: "open", where: "link" },
        depends: 2,
      }
    : null

const lastActivityDiffers: Rule = (_facts, { contact }) =>
  contact.officialDiffers === null
    ? null
    : {
        key: "last-activity",
        kind: "contradiction",
        text: contact.officialDiffers,
        settle: "Check that mail syncs, and that calls are logged.",
        settling: { how: "open", where: "account" },
        depends: 1,
      }

const usageFell: Rule = (_facts, { usageFalls: [fall] = [] }) =>
  fall
    ? {
        key: `usage-fell:${fall.fact}`,
        kind: "contradiction",
        text: `${fall.text.slice(0, -1)}, by the imported usage.`,
        settle: "Make sure that the numbers are whole; then ask the customer what changed.",
        settling: { how: "open", where: "account" },
        depends: 2,
      }
    : null

const rules: readonly Rule[] = [
  churnedButRenewing,
  endedWithoutSuccessor,
  noRenewalDate,
  openEnded,
  ownArrMissing,
  championWithoutContact,
  bouncingChampion,
  redWithoutLighthouse,
  severalOwners,
  unmatched,
  lastActivityDiffers,
  usageFell,
]

/** A week and a month of the same use lie this far apart without anything being wrong: a tenth, or ten points. */
const drift = 0.1

/** The panel says both; nobody has to settle it. */
function isDrift({ fact, chosen, others }: Conflict): boolean {
  if (chosen?.system !== "file" && chosen?.system !== "looker") return false
  if (!isRatio(fact) && fact !== "monthlyActiveUsers") return false
  const used = Number(chosen.value)
  return others.every(({ value }) => Math.abs(Number(value) - used) <= (isRatio(fact) ? drift : used * drift))
}

/** Heaviest first. */
export function dataFindings(
  facts: AccountFacts,
  assessment: Assessment,
  standing: AccountStanding,
): DataFinding[] {
  const conflicts = conflictsOf(facts, assessment.today)
    .filter((conflict) => !isDrift(conflict))
    .map(({ fact, chosen, others, isSettled, text }): Omit<DataFinding, "print"> => ({
      key: fact,
      kind: "contradiction",
      text,
      settle: chosen ? "Choose the value that is true, or mend the other field." : "Mend the field.",
      settling:
        chosen && others.some(({ aside }) => aside === undefined)
          ? { how: "choose", fact, options: [chosen, ...others.filter(({ aside }) => aside === undefined)] }
          : inVitally,
      depends: weightOf(fact),
      ...(isSettled && { isSettled }),
    }))
  const unread = Object.entries(facts.unread ?? {}) as [FactName, string][]
  const unreadable = unread.map(([fact, text]): Omit<DataFinding, "print"> => ({
    key: `unread:${fact}`,
    kind: "gap",
    text: unreadNotice(fact, text),
    settle: "Write it so that it can be read, or map another field.",
    settling: inVitally,
    depends: weightOf(fact),
  }))
  const ruled = rules
    .flatMap((rule) => rule(facts, assessment, standing) ?? [])
    // A button that can only be refused is none.
    .map((finding) =>
      finding.settling.how === "set" && !standing.canSet(finding.settling.trait)
        ? { ...finding, settling: inVitally }
        : finding,
    )
  return [...conflicts, ...unreadable, ...ruled]
    .map((finding) => ({ ...finding, print: `${finding.key}|${finding.text}` }))
    .sort((a, b) => b.depends - a.depends)
}
