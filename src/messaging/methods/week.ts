/** The week's pages and cover. */
import * as z from "~src/schemas/zod"

import type { CoveragePlan } from "../views/lists"
import type { WeekCustomers, WeekHistory } from "../views/team"
import type { RenewalsMeeting, TraitSweep, WeekPlan } from "../views/week"
import { type Nothing, answers, pages } from "./method"
import { id, maybe, day } from "./shapes"

export const weekMethods = {
  "week.renewals": answers<RenewalsMeeting>()({
    from: pages,
    request: z.object({ who: id, withGreen: maybe(z.boolean()) }),
  }),
  /** Keeps how everybody stands, for "what changed since"; `undo` brings the meeting before back. */
  "week.closeMeeting": answers<Nothing>()({
    from: pages,
    request: z.object({ who: id, undo: maybe(z.boolean()) }),
  }),
  "week.saveAsk": answers<Nothing>()({
    from: pages,
    request: z.object({ accountId: id, text: z.string(z.maxLength(2_000)) }),
  }),
  "week.customers": answers<WeekCustomers>()({
    from: pages,
    request: z.object({ who: id, pick: z.enum(["lighthouse", "scaled", "all"]) }),
  }),
  "week.history": answers<WeekHistory>()({
    from: pages,
    request: z.object({ who: id, days: z.number(z.int(), z.gte(1), z.lte(400)) }),
  }),
  /** Keeps a text of these pages; an empty one is forgotten. */
  "week.write": answers<Nothing>()({
    from: pages,
    request: z.object({ key: id, text: z.string(z.maxLength(20_000)) }),
  }),
  "week.plan": answers<WeekPlan>()({ from: pages, request: z.object({ who: id }) }),
  "week.traits": answers<TraitSweep>()({ from: pages, request: z.object({ who: id }) }),
  "week.checkTraits": answers<Nothing>()({
    from: pages,
    request: z.object({ accountId: id, checked: z.boolean() }),
  }),
  "coverage.plan": answers<CoveragePlan>()({
    from: pages,
    request: z.object({ ownerId: maybe(id), from: day, to: day }),
  }),
}
