const dayMs = 86_400_000

/** Half-open span of epoch milliseconds; SOQL's date words are spans, not moments. */
export interface Span {
  from: number
  to: number
}

/** `TODAY`, `LAST_N_DAYS:30`, `THIS_MONTH` ... as a span, in UTC. Null for a word not known here. */
export function dateLiteral(text: string, now: number): Span | null {
  const [word = "", count] = text.toUpperCase().split(":")
  const n = count === undefined ? 0 : Number(count)
  const today = Math.floor(now / dayMs) * dayMs
  const days = (from: number, to: number): Span => ({ from: today + from * dayMs, to: today + to * dayMs })
  const date = new Date(today)
  const months = (from: number, to: number, step = 1): Span => {
    const first = Math.floor(date.getUTCMonth() / step) * step
    return {
      from: Date.UTC(date.getUTCFullYear(), first + from * step, 1),
      to: Date.UTC(date.getUTCFullYear(), first + to * step, 1),
    }
  }
  const sunday = -date.getUTCDay()
  switch (word) {
    case "TODAY":
      return days(0, 1)
    case "YESTERDAY":
      return days(-1, 0)
    case "TOMORROW":
      return days(1, 2)
    case "LAST_N_DAYS":
      return days(-n, 1)
    case "NEXT_N_DAYS":
      return days(1, n + 1)
    case "N_DAYS_AGO":
      return days(-n, -n + 1)
    case "LAST_90_DAYS":
      return days(-90, 1)
    case "NEXT_90_DAYS":
      return days(1, 91)
    case "LAST_WEEK":
      return days(sunday - 7, sunday)
    case "THIS_WEEK":
      return days(sunday, sunday + 7)
    case "NEXT_WEEK":
      return days(sunday + 7, sunday + 14)
    case "LAST_N_WEEKS":
      return days(sunday - 7 * n, sunday)
    case "NEXT_N_WEEKS":
      return days(sunday + 7, sunday + 7 + 7 * n)
    case "LAST_MONTH":
      return months(-1, 0)
    case "THIS_MONTH":
      return months(0, 1)
    case "NEXT_MONTH":
      return months(1, 2)
    case "LAST_N_MONTHS":
      return months(-n, 0)
    case "NEXT_N_MONTHS":
      return months(1, n + 1)
    case "LAST_QUARTER":
      return months(-1, 0, 3)
    case "THIS_QUARTER":
      return months(0, 1, 3)
    case "NEXT_QUARTER":
      return months(1, 2, 3)
    case "LAST_YEAR":
      return months(-1, 0, 12)
    case "THIS_YEAR":
      return months(0, 1, 12)
    case "NEXT_YEAR":
      return months(1, 2, 12)
    default:
      return null
  }
}

/** A calendar date or an instant as a span: a whole day, or one moment. */
export function spanOf(text: string): Span | null {
  const moment = Date.parse(
    /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text.replace(/([+-]\d{2})(\d{2})$/, "$1:$2"),
  )
  if (Number.isNaN(moment)) return null
  return text.length === 10 ? { from: moment, to: moment + dayMs } : { from: moment, to: moment + 1 }
}
