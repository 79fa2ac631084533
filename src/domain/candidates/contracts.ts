/**
 * Which of a customer's contracts runs (`facts/evidence.md`, section 3). "Activated" is a category that nothing leaves, so yearly
 * contracts pile up, and those that were terminated keep the end on their paper.
 */
import { addDays } from "../calendar"
import type { CalendarDate } from "../facts"

export interface Contract {
  /** Its number, as people call it. */
  name: string
  /** The org's own word, e.g. "In Effect". */
  status?: string | undefined
  startOn?: CalendarDate | undefined
  /** None: open-ended. */
  endOn?: CalendarDate | undefined
}

export interface ContractChoice {
  /** The one whose end is the renewal; undefined if none has an end that counts, or what runs has none. */
  renewing?: Contract
  /** Ends of others that somebody may take for the renewal, and why they are not. */
  aside: { contract: Contract; why: string }[]
  /** Runs today and has no end. */
  openEnded?: Contract
  /** The first day of the oldest contract that was in force. */
  startOn?: CalendarDate
}

/** The next contract follows on where it begins at most so many days after the one before ended. */
const gapDays = 31

/** `deadWords`: status words that take a contract out, in any case. */
export function chooseContract(
  contracts: readonly Contract[],
  deadWords: readonly string[],
  today: CalendarDate,
): ContractChoice {
  const dead = (contract: Contract) => deadWords.find((word) => hasWord(contract.status ?? "", word))
  const alive = contracts.filter((contract) => dead(contract) === undefined)
  const startOn = alive
    .map((contract) => contract.startOn)
    .filter((on) => on !== undefined)
    .sort()[0]
  const openEnded = alive.find(({ startOn: from = "", endOn }) => endOn === undefined && from <= today)
  const ahead = running(alive, today) ?? upcoming(alive, today)
  // Beside a contract without an end, one that ended is history.
  const renewing =
    ahead ?? (openEnded ? undefined : (newestEnded(alive, today) ?? newestEnded(contracts, today)))
  const aside = contracts.flatMap((contract) => {
    const word = dead(contract)
    if (contract === renewing || contract.endOn === undefined) return []
    if (word !== undefined)
      return contract.endOn > today || renewing === undefined || isNewerEnd(contract, renewing)
        ? [{ contract, why: `that contract is ${(contract.status ?? word).trim()}` }]
        : []
    // Another that runs today beside it; those before and after it are its own history.
    const parallel = renewing !== undefined && covers(contract, today) && covers(renewing, today)
    return parallel && contract.endOn !== renewing.endOn
      ? [{ contract, why: "it runs beside the one that ends last" }]
      : []
  })
  return {
    ...(renewing && { renewing }),
    aside,
    ...(openEnded && { openEnded }),
    ...(startOn !== undefined && { startOn }),
  }
}

const covers = ({ startOn = "", endOn }: Contract, today: CalendarDate) =>
  startOn <= today && endOn !== undefined && endOn >= today

/** The one that covers today and ends last; where the next year's is signed already, that one. */
function running(contracts: readonly Contract[], today: CalendarDate): Contract | undefined {
  let last = contracts
    .filter((contract) => covers(contract, today))
    .sort(byEnd)
    .at(-1)
  for (let next = last; next;) {
    last = next
    const { endOn = "" } = last
    const until = addDays(endOn, gapDays)
    next = contracts
      .filter(({ startOn = "", endOn: end = "" }) => startOn > today && startOn <= until && end > endOn)
      .sort(byEnd)
      .at(-1)
  }
  return last
}

/** Of those that have not begun, the first. */
function upcoming(contracts: readonly Contract[], today: CalendarDate): Contract | undefined {
  return contracts
    .filter(({ startOn = "", endOn }) => startOn > today && endOn !== undefined)
    .sort((a, b) => ((a.startOn ?? "") < (b.startOn ?? "") ? -1 : 1))[0]
}

function newestEnded(contracts: readonly Contract[], today: CalendarDate): Contract | undefined {
  return contracts
    .filter(({ endOn }) => endOn !== undefined && endOn < today)
    .sort(byEnd)
    .at(-1)
}

const byEnd = (a: Contract, b: Contract) => ((a.endOn ?? "") < (b.endOn ?? "") ? -1 : 1)
const isNewerEnd = (a: Contract, b: Contract) => (a.endOn ?? "") > (b.endOn ?? "")

/** Whole words only: "Unexpired" is not expired. */
function hasWord(text: string, word: string): boolean {
  const padded = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `
  return padded.includes(` ${word.trim().toLowerCase()} `)
}
