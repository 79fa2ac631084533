/** Policy and trait map. */
import * as z from "~src/schemas/zod"

import type { Assessment } from "~src/domain/assessment"
import type { PolicyOutcome, PolicyView, TraitMapRow } from "../views/options"
import { type Nothing, answers, pages } from "./method"
import { nothing, anything, id, line } from "./shapes"

export const policyMethods = {
  "policy.get": answers<PolicyView>()({ from: pages, request: nothing }),
  "policy.set": answers<PolicyOutcome>()({ from: pages, request: z.object({ policy: anything }) }),
  "policy.import": answers<PolicyOutcome>()({
    from: pages,
    request: z.object({ text: z.string(z.maxLength(2_000_000)) }),
  }),
  "policy.export": answers<{ name: string; text: string }>()({ from: pages, request: nothing }),
  "policy.reset": answers<PolicyOutcome>()({ from: pages, request: z.object({ preset: id }) }),
  /** What a policy would say of one account, before it is saved. */
  "policy.preview": answers<
    { now: Assessment; then: Assessment } | { faults: { path: string; reason: string }[] }
  >()({ from: pages, request: z.object({ policy: anything, accountId: id }) }),
  /** How the book falls into the tiers of each preset. */
  "policy.counts": answers<{
    presets: {
      id: string
      name: string
      tiers: { name: string; count: number }[]
      unknown: number
    }[]
    best: string | null
  }>()({ from: pages, request: nothing, slow: true }),
  "traits.get": answers<{ rows: TraitMapRow[]; catalogue: { key: string; label: string }[] }>()({
    from: pages,
    request: nothing,
    slow: true,
  }),
  "traits.set": answers<Nothing>()({
    from: pages,
    request: z.object({ fact: line, traitKey: z.nullable(line) }),
  }),
}
