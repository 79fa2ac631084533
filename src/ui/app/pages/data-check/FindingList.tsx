import type { DataCheckRow } from "~src/messaging/views/data-check"
import { useWrite } from "~src/store/use-write"
import { Badge, Name } from "~src/ui/base"
import { formatMoney } from "~src/ui/base/format"
import { dataCheck as words } from "~src/ui/strings/data-check"

import { SeenButton } from "./SeenButton"
import { SettlingButtons } from "./SettlingButtons"

interface Props {
  label: string
  rows: DataCheckRow[]
  today: string
}

export function FindingList({ label, rows, today }: Props) {
  const { mutate: openPage } = useWrite("open.page")
  if (rows.length === 0) return null
  return (
    <ul className="cards" aria-label={label}>
      {rows.map((row) => (
        <li key={`${row.accountId} ${row.key}`} className="renewal">
          <div className="renewal-main">
            <button
              type="button"
              className="customer"
              onClick={() => openPage({ page: "account", accountId: row.accountId })}
            >
              <Name>{row.name}</Name>
            </button>
            <span className="meta">
              <Badge tone={row.kind === "contradiction" ? "concerning" : "plain"}>
                {words.kinds[row.kind]}
              </Badge>
              <span className="soft">
                {row.arr === undefined ? words.noArr : formatMoney(row.arr, row.currency)}
              </span>
            </span>
          </div>
          <p>{row.text}</p>
          <p className="soft">{row.settle}</p>
          <div className="meta">
            {row.isSeen ? null : <SettlingButtons row={row} today={today} />}
            <SeenButton row={row} />
          </div>
        </li>
      ))}
    </ul>
  )
}
