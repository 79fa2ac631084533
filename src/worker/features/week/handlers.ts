import type { PartialHandlers } from "../../kernel/handlers"
import { weekCustomers } from "./customers"
import { weekHistory } from "./history"
import { weekPlan } from "./plan"
import { closeMeeting, renewalsMeeting, saveAsk } from "./renewals"
import { writeText } from "./texts"
import { checkTraits, traitSweep } from "./sweep"

export const weekHandlers = {
  "week.renewals": (request, context) => renewalsMeeting(context, request),

  "week.closeMeeting": async ({ who, undo = false }, context) => {
    await closeMeeting(context, who, undo)
    return {}
  },

  "week.saveAsk": async ({ accountId, text }, context) => {
    await saveAsk(context, accountId, text)
    return {}
  },

  "week.customers": (request, context) => weekCustomers(context, request),

  "week.history": (request, context) => weekHistory(context, request),

  "week.write": async ({ key, text }, context) => {
    await writeText(context, key, text)
    return {}
  },

  "week.plan": ({ who }, context) => weekPlan(context, who),

  "week.traits": ({ who }, context) => traitSweep(context, who),

  "week.checkTraits": async ({ accountId, checked }, context) => {
    await checkTraits(context, accountId, checked)
    return {}
  },
} satisfies PartialHandlers
