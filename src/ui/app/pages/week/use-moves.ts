import type { KeyboardEvent } from "react"
import { useRef } from "react"

import { plannedKey } from "~src/domain/week/planned"
import type { PlanItem, WeekPlan } from "~src/messaging/views/week"
import { week } from "~src/ui/strings/week"

import { useKept } from "../../shared/use-kept"
import { itemTitle } from "./plan-text"

/** Within so long after M a figure names the day. */
const waitMs = 4_000

/** Plans an item for another day: chosen, dragged, or M and 1 to 7. The due date stays. */
export function useMoves({ days, texts }: WeekPlan) {
  const keep = useKept(texts)
  const asked = useRef(0)
  const move = (item: PlanItem, day: string) =>
    keep(plannedKey(item), day, week.moved(itemTitle(item), week.day(day)))
  const onKeyDown = (item: PlanItem) => (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key === "m" || event.key === "M") asked.current = event.timeStamp
    const day = days[Number(event.key) - 1]
    if (day === undefined || event.timeStamp - asked.current > waitMs || asked.current === 0) return
    asked.current = 0
    event.preventDefault()
    move(item, day)
  }
  return { move, onKeyDown }
}

const isTyping = (target: EventTarget) =>
  target instanceof HTMLElement && target.matches("input, textarea, select")
