/** From everything that the sources say to one value a fact, with the others beside it. */
import type { AccountFacts, Fact } from "../facts"
import { PLAIN_FACTS, putFact } from "../intake/read-fact"
import type { FactName } from "../policy/policy"
import type { Candidate, Choices, Picks } from "./candidate"
import { choose, contradicts } from "./choose"
import { oldChurn } from "./old-churn"
import type { Pool } from "./pool"
import type { ChoiceContext } from "./rules"

export interface ChooseOptions extends Omit<ChoiceContext, "pick"> {
  picks?: Picks | undefined
}

/** Puts the winners into `facts`; `choices` only if there was something to choose or to set aside. */
export function chooseFacts(facts: AccountFacts, { byFact, unread }: Pool, options: ChooseOptions): void {
  const choices: Choices = {}
  for (const [name, candidates] of byFact)
    if (name !== "churnedOn") put(facts, choices, name, candidates, options)
  const churned = byFact.get("churnedOn")
  // Whether a customer left hangs on what else is known to run.
  if (churned) put(facts, choices, "churnedOn", oldChurn(churned, facts, options.today), options)
  if (Object.keys(choices).length > 0) facts.choices = choices
  if (Object.keys(unread).length > 0) facts.unread = unread
}

function put(
  facts: AccountFacts,
  choices: Choices,
  name: FactName,
  candidates: readonly Candidate[],
  { picks, ...context }: ChooseOptions,
): void {
  const [only] = candidates
  if (only === undefined) return
  if (candidates.length === 1 && only.aside === undefined) {
    putFact(facts, name, PLAIN_FACTS.has(name) ? only : factOf(only))
    return
  }
  const choice = choose(name, candidates, { ...context, pick: picks?.[name] })
  choices[name] = choice
  const [winner] = choice.all
  if (!choice.chosen || winner === undefined) return
  const other = choice.all.find((candidate) => candidate !== winner && contradicts(name, candidate, winner))
  putFact(facts, name, {
    ...factOf(winner),
    ...(choice.why !== "" && { why: choice.why }),
    ...(other && { other: factOf(other) }),
  })
}

function factOf({ value, system, field, at }: Candidate): Fact<unknown> {
  return { value, source: system, field, ...(at !== undefined && { at }) }
}
