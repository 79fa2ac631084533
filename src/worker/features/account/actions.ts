/** Recommendations as the user left them: put off and dismissed ones stay reachable, out of the way. */
import type { Action } from "~src/domain/assessment"
import type { CalendarDate } from "~src/domain/facts"
import type { ActionState, AccountView } from "~src/messaging/contract"
import type { CareRow } from "~src/worker/cache/rows"

import { careIdOf } from "../action-state/handlers"

export type SortedActions = Pick<AccountView, "actions" | "hiddenActions" | "actionStates">

export function sortActions(
  accountId: string,
  actions: readonly Action[],
  care: readonly CareRow[],
  today: CalendarDate,
): SortedActions {
  const rows = new Map(care.map((row) => [row.id, row]))
  const sorted: SortedActions = { actions: [], hiddenActions: [], actionStates: [] }
  for (const action of actions) {
    const row = rows.get(careIdOf(accountId, action.id))
    const state = row && stateOf(action, row)
    if (state) sorted.actionStates.push(state)
    if (state && isHidden(action, state, today)) sorted.hiddenActions.push({ action, state })
    else sorted.actions.push(action)
  }
  return sorted
}

function stateOf(action: Action, row: CareRow): ActionState {
  const steps = new Set(action.steps.map(({ id }) => id))
  return {
    actionId: action.id,
    doneSteps: (row.doneSteps ?? []).filter((step) => steps.has(step)),
    ...(row.snoozedUntil !== undefined && { snoozedUntil: row.snoozedUntil }),
    ...(row.dismissed && { dismissed: row.dismissed }),
  }
}

/** Back on the day it was put off to; a dismissed one is back once the facts behind it changed. */
function isHidden(
  { fingerprint }: Action,
  { snoozedUntil, dismissed }: ActionState,
  today: CalendarDate,
): boolean {
  return (snoozedUntil !== undefined && snoozedUntil > today) || dismissed?.fingerprint === fingerprint
}
