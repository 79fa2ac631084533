/** One recommendation: when it applies, why, which steps. Each has a file of its own, named by its id. */
import type { ActionStep, Ladder } from "../assessment"
import type { Context } from "../lifecycle/context"
import type { CalendarDate } from "../facts"
import type { LinkKey, NameKey, Policy } from "../policy/policy"

export interface Recommendation {
  /** The file's name. */
  id: string
  ladder: Ladder
  /** Sections of the domain brief. */
  source: string
  /** When it applies, in words, with the policy's numbers. */
  rule: (policy: Policy) => string
  when: (context: Context) => boolean
  title: (context: Context) => string
  /** One sentence, with the account's own numbers. */
  why: (context: Context) => string
  steps: (context: Context) => ActionStep[]
  dueOn?: (context: Context) => CalendarDate | null
  /** The Vitally project or playbook to start; null where this policy has none for it. */
  playbook?: NameKey | ((context: Pick<Context, "policy">) => NameKey | null)
  /** Whether another action's project does for it: none is offered beside that. */
  playbookElsewhere?: (context: Context) => boolean
  links?: LinkKey[]
  /** Points the score would gain; among equals of the ladder the larger comes first. */
  lift?: (context: Context) => number
  /** Where one of these applies too, this one becomes part of the first of them. */
  mergeInto?: string[]
  /** Facts whose change brings a dismissed action back, beside the day it is due. */
  print?: (context: Context) => (string | number | boolean | null | undefined)[]
}

/** `["id", "text"]` pairs as steps. */
export function steps(...pairs: [id: string, text: string][]): ActionStep[] {
  return pairs.map(([id, text]) => ({ id, text }))
}
