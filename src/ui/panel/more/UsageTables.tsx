/** Imported usage by feature and by team: each one's newest number. */
import type { UsageDay } from "~src/domain/facts"
import { usageFeatures } from "~src/domain/usage/usage-day"
import { formatDay } from "~src/ui/base/format"
import { usageTables as text } from "~src/ui/strings/usage-curve"

import { useAccount } from "../shared/panel-context"

interface Row {
  name: string
  value: number
  on: string
}

export function UsageTables() {
  const { account } = useAccount()
  const newestFirst = [...(account.facts.usage ?? [])].reverse()
  return (
    <>
      <Table caption={text.features} of={text.feature} rows={featureRows(newestFirst)} />
      <Table caption={text.teams} of={text.team} rows={teamRows(newestFirst)} />
    </>
  )
}

function featureRows(days: readonly UsageDay[]): Row[] {
  return usageFeatures.flatMap((feature) => {
    const day = days.find((one) => one[feature] !== undefined)
    const value = day?.[feature]
    return day && value !== undefined ? [{ name: text.names[feature], value, on: day.on }] : []
  })
}

function teamRows(days: readonly UsageDay[]): Row[] {
  const rows = new Map<string, Row>()
  for (const { on, teams = {} } of days)
    for (const [name, value] of Object.entries(teams))
      if (!rows.has(name)) rows.set(name, { name, value, on })
  return [...rows.values()].sort((a, b) => b.value - a.value || a.name.localeCompare(b.name))
}

function Table({ caption, of, rows }: { caption: string; of: string; rows: readonly Row[] }) {
  const { today } = useAccount()
  if (rows.length === 0) return null
  return (
    <>
      <h3>{caption}</h3>
      <table className="usage-table" aria-label={caption}>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col">{text.count}</th>
            <th scope="col">{text.on}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, value, on }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value === 0 ? text.none : value.toLocaleString("en")}</td>
              <td>{formatDay(on, today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
