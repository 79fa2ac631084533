import type { BookRow } from "~src/messaging/views/lists"

import { Badge, Icon, IconButton, type IconName, Name, StatusMark, type Tone } from "~src/ui/base"
import { formatDate, formatMoney, formatShare } from "~src/ui/base/format"
import { book } from "~src/ui/strings/book"
import type { Openers } from "../../shared/openers"
import { stageOf } from "../../shared/stage-of"

const words = book.table

/**
 * The customer's name before all else: marks shrink to icons and columns that find no room become a line below it
 * (book.css decides, by the width of the table).
 */
export function CustomerCell({ row, today, open }: { row: BookRow; today: string } & Openers) {
  return (
    <span className="name-cell">
      <span className="name-main">
        <button type="button" className="customer" title={words.open(row.name)} onClick={() => open(row.id)}>
          <Name>{row.name}</Name>
        </button>
        {row.lighthouse ? <Flag icon="star" tone="accent" text={words.lighthouse} /> : null}
        {row.waitingSince === undefined ? null : <Flag icon="mail" tone="concerning" text={words.waiting} />}
        <Also row={row} today={today} />
      </span>
      <IconButton
        icon="eye"
        className="here"
        label={words.openHere(row.name)}
        onClick={() => open(row.id, "account")}
      />
    </span>
  )
}

function Flag({ icon, tone, text }: { icon: IconName; tone: Tone; text: string }) {
  return (
    <Badge tone={tone} className="flag" title={text}>
      <Icon name={icon} />
      <span className="flag-words">{text}</span>
    </Badge>
  )
}

/** What the columns left out would say; each part is shown only while its column is not. */
function Also({ row, today }: { row: BookRow; today: string }) {
  const { band, tier, renewalOn, arr, currency, mauOverSeats, ownerName } = row
  const stage = stageOf(row, today)
  return (
    <>
      <span className="also in-health">
        <StatusMark band={band} />
      </span>
      {tier ? <span className="also in-tier">{tier}</span> : null}
      {stage ? <span className="also in-stage">{stage}</span> : null}
      {renewalOn === undefined ? null : (
        <span className="also in-renewal">{words.renews(formatDate(renewalOn, today))}</span>
      )}
      {arr === undefined ? null : <span className="also in-arr">{formatMoney(arr, currency)}</span>}
      {mauOverSeats === undefined ? null : (
        <span className="also in-seats">{words.ofSeats(formatShare(mauOverSeats))}</span>
      )}
      {ownerName ? (
        <span className="also in-owner">
          <Name>{ownerName}</Name>
        </span>
      ) : null}
    </>
  )
}
