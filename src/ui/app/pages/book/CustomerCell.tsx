import { FACT_LABELS } from "~src/domain/policy/fact-labels"
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
        {row.differs ? <Differs differs={row.differs} /> : null}
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

/** Short where words are shown; the other values in the tip and for who listens. */
function Differs({ differs }: { differs: NonNullable<BookRow["differs"]> }) {
  const all = differs.map(({ fact, text }) => `${FACT_LABELS[fact]}: ${text}`).join(". ")
  return (
    <>
      <Flag icon="info" tone="concerning" text={words.differs} tip={`${all}.`} />
      <span className="sr-only">{`${all}.`}</span>
    </>
  )
}

function Flag({ icon, tone, text, tip = text }: { icon: IconName; tone: Tone; text: string; tip?: string }) {
  return (
    <Badge tone={tone} className="flag" title={tip}>
      <Icon name={icon} />
      <span className="flag-words">{text}</span>
    </Badge>
  )
}
