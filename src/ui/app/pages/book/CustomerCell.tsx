import type { BookRow } from "~src/messaging/views/lists"
import { Badge, Icon, IconButton, type IconName, Name, type Tone } from "~src/ui/base"
import { book } from "~src/ui/strings/book"

import type { Openers } from "../../shared/openers"

const words = book.table

/** The customer's name before all else; marks say what no column does. */
export function CustomerCell({ row, open }: { row: BookRow } & Openers) {
  return (
    <span className="name-cell">
      <span className="name-main">
        <button type="button" className="customer" title={words.open(row.name)} onClick={() => open(row.id)}>
          <Name>{row.name}</Name>
        </button>
        {row.redAccount ? <Flag icon="warn" tone="poor" text={words.redAccount} /> : null}
        {row.lighthouse ? <Flag icon="star" tone="accent" text={words.lighthouse} /> : null}
        {row.waitingSince === undefined ? null : <Flag icon="mail" tone="concerning" text={words.waiting} />}
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
