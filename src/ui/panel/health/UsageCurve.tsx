/** The newest 13 weeks of a usage trait from imported usage, and what changed since the last contact. */
import { changeSince } from "~src/domain/usage/change-since"
import { ratioOf } from "~src/domain/usage/usage-day"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { formatDate } from "~src/ui/base/format"
import { Sparkline } from "~src/ui/base/Sparkline"
import { curveText } from "~src/ui/strings/usage-curve"

import { useAccount } from "../shared/panel-context"

const text = curveText
const percent = (value: number) => `${Math.round(value * 100).toString()}%`

interface UsageCurveProps {
  fact: "mauOverSeats" | "dauOverMau"
  label: string
}

export function UsageCurve({ fact, label }: UsageCurveProps) {
  const { account, today } = useAccount()
  const { data } = useWorkerQuery("usage.get", { accountId: account.id }, ["usage", `account:${account.id}`])
  const points = (data?.days ?? []).map((day) => ({ on: day.on, value: ratioOf(day, fact) }))
  const known = points.flatMap(({ on, value }) => (value === null ? [] : [{ on, value }]))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || first === last) return null
  const contact = account.assessment.contact.last?.at.slice(0, 10)
  const change = contact === undefined ? null : changeSince(data?.days ?? [], fact, contact)
  const day = (on: string) => formatDate(on, today)
  return (
    <section aria-label={text.title}>
      <h3>{text.title}</h3>
      <Sparkline
        points={points}
        max={Math.max(1, ...known.map(({ value }) => value))}
        label={text.label(label, day(first.on), day(last.on), percent(first.value), percent(last.value))}
      />
      {change !== null && <p>{text.since(change)}</p>}
      {account.assessment.usageFalls
        ?.filter((fall) => fall.fact === fact)
        .map((fall) => (
          <p key={fall.fact}>{fall.text}</p>
        ))}
      <details>
        <summary>{text.numbers}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.week}</th>
              <th scope="col">{label}</th>
            </tr>
          </thead>
          <tbody>
            {known.map(({ on, value }) => (
              <tr key={on}>
                <td>{day(on)}</td>
                <td>{percent(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <p className="foot">{text.source(day(last.on))}</p>
    </section>
  )
}
