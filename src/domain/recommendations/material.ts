/**
 * Something of value to bring (section 13): "never reach out just to reach out". First the team's library, chosen by the account's
 * facts; else an open ticket, a renewal topic, an unused feature. With nothing at hand it asks for material and invents nothing.
 */
import type { ActionStep } from "../assessment"
import type { Context } from "../lifecycle/context"
import type { LibraryItem } from "../policy/policy"
import { featureNames, featureNotes } from "../usage/usage-notes"
import { plural, shortDate } from "../words"

/** Weight of an item that fits everybody a little. */
const GENERAL = 0.5

export interface Material {
  /** Ends "Be in touch: ...". */
  title: string
  step: ActionStep
}

/** The best reason for a contact. Never empty: with nothing at hand it asks for material. */
export function material(context: Context): Material {
  return (
    reason(context) ?? {
      title: "with something useful",
      step: {
        id: "material",
        text: "Nothing at hand for this account: add a release, an article or guidance to the value library, or ask the team for one.",
      },
    }
  )
}

/** A reason the library or the account's own facts give; null if neither does. */
export function reason(context: Context): Material | null {
  const { fitting, general } = fromLibrary(context)
  const own = fitting ? null : fromFacts(context)
  const item = own ? null : (fitting ?? general)
  if (!item) return own
  const dated = item.date === undefined ? "" : ` (${shortDate(item.date, context.clock.today)})`
  return made(`"${item.title}"`, `Bring "${item.title}"${dated}: ${item.url}`)
}

function fromFacts({ facts, renewal, health, clock, policy }: Context): Material | null {
  const ticket = facts.supportTickets?.[0]
  if (ticket) return made("the open ticket", `Bring news on their open ticket "${ticket.subject}".`)
  const open = facts.openSupportTickets?.value ?? 0
  if (open > 0) {
    return made(
      `their ${plural(open, "open ticket")}`,
      `Bring news on their ${plural(open, "open support ticket")}.`,
    )
  }
  if (renewal.phase === "formal" || renewal.phase === "early") {
    const on = shortDate(renewal.on ?? clock.today, clock.today)
    return made(
      "the renewal",
      `Bring the renewal on ${on}: what they have achieved since the last one, and what is next.`,
    )
  }
  const notes = featureNotes(facts, policy, clock.today)
  const begun = notes.find(({ is }) => is === "new")
  if (begun) {
    const name = featureNames[begun.feature]
    return made(
      `their start with ${name}`,
      `They began to use ${name} about ${shortDate(begun.on, clock.today)}: ask what for, and bring what helps others with it.`,
    )
  }
  const behind = health.readings.versionsBehind.value
  if (typeof behind === "number" && health.statuses.versionsBehind !== "healthy") {
    return made(
      "an upgrade",
      `Bring the improvements of the ${plural(behind, "release")} they are behind, tied to their goals.`,
    )
  }
  if (health.readings.preciseIntel.value === false) {
    return made(
      "precise navigation",
      "Bring precise navigation, which is off: offer to turn it on for one language.",
    )
  }
  const unused = notes.find(({ is }) => is === "unused")
  if (unused) {
    const name = featureNames[unused.feature]
    return made(
      name,
      `Bring ${name}, which nobody there has used since ${shortDate(unused.on, clock.today)} or longer: one example from their own code.`,
    )
  }
  return null
}

/**
 * The newest fitting item: for their version, for a feature they don't use, else a release, article or incident note. A playlist or
 * collateral about nothing in particular comes after the account's own facts. What is dated ahead is not out yet.
 */
function fromLibrary({ policy, health, clock }: Context): {
  fitting: LibraryItem | null
  general: LibraryItem | null
} {
  const behind = health.readings.versionsBehind.value
  const unused = health.readings.preciseIntel.value === false ? ["precise-intel"] : []
  const weight = (item: LibraryItem): number => {
    if (item.versionsBelow !== undefined)
      return typeof behind === "number" && behind >= item.versionsBelow ? 3 : 0
    if (item.features && item.features.length > 0)
      return item.features.some((f) => unused.includes(f)) ? 2 : 0
    return item.tag === "collateral" || item.tag === "playlist" ? GENERAL : 1
  }
  let best: { item: LibraryItem; weight: number } | null = null
  for (const item of policy.library) {
    if ((item.date ?? "") > clock.today) continue
    const own = weight(item)
    const newer = best !== null && own === best.weight && (item.date ?? "") > (best.item.date ?? "")
    if (own > 0 && (best === null || own > best.weight || newer)) best = { item, weight: own }
  }
  if (!best) return { fitting: null, general: null }
  return best.weight > GENERAL ? { fitting: best.item, general: null } : { fitting: null, general: best.item }
}

function made(title: string, text: string): Material {
  return { title, step: { id: "material", text } }
}
