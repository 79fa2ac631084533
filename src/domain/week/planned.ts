/** On which day somebody planned what falls due; kept on this computer, and the due date stays. Pure. */
import type { CalendarDate } from "../facts"

interface Plannable {
  kind: "meeting" | "task" | "contact"
  id: string
  accountId: string
}

export const plannedKey = ({ kind, id, accountId }: Plannable): string => `plan:${kind}:${accountId}:${id}`

/** The planned day if it lies in the period; else the usual one. A plan for a day that has passed is over. */
export function plannedOn(
  item: Plannable,
  usual: CalendarDate,
  texts: Record<string, string>,
  { first, last }: { first: CalendarDate; last: CalendarDate },
): CalendarDate {
  const planned = texts[plannedKey(item)]
  return planned !== undefined && planned >= first && planned <= last ? planned : usual
}
