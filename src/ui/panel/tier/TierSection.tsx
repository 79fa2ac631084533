import type { OwedItem } from "~src/domain/assessment"
import { useOpen } from "~src/store/view-memory"

import { Badge, Disclosure, Notice } from "../../base"
import { formatDay } from "../../base/format"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { Section } from "../shared/Section"
import { Source } from "../shared/Source"
import { CrmWords } from "./CrmWords"
import { PlanGoals } from "./PlanGoals"
import { OtherValues } from "../shared/OtherValues"

const words = panel.tier

/** `Large Enterprise`, `At least Large Enterprise`, or that it is unknown. */
export function tierText(tier: { name: string | null; atLeast?: boolean }): string {
  if (tier.name === null) return panel.header.noTier
  return tier.atLeast ? panel.header.atLeast(tier.name) : tier.name
}

export function TierSection() {
  const { tier, lifecycle, cadences } = useAccount().account.assessment
  // Some rhythms are both the team's and owed to the customer: once is enough.
  const owedKeys = new Set(tier.owed.map(({ key }) => key))
  return (
    <Section section="tier" aside={tier.team}>
      <p className="headline">{tierText(tier)}</p>
      {tier.why.map((line) => (
        <p key={line} className="why">
          {line}
        </p>
      ))}
      {tier.decidedBy ? (
        <p className="foot">
          <Source fact={tier.decidedBy.fact} />
        </p>
      ) : null}
      <CrmWords />
      {tier.missing.length > 0 ? <p className="soft">{words.missing(tier.missing.join(", "))}</p> : null}
      {tier.nextBorder ? <p className="soft">{tier.nextBorder.text}</p> : null}
      <OtherValues facts={["arr", "employees", "developers", "seats", "segment"]} />
      {tier.conflict ? <Notice tone="concerning">{tier.conflict}</Notice> : null}
      <p>
        {lifecycle.stage ? <strong>{lifecycle.stage} </strong> : null}
        <span className="soft">{lifecycle.why}</span>
      </p>
      <PlanGoals />
      <Owed title={words.owed} items={tier.owed} />
      <Rhythms items={cadences.filter((one) => !owedKeys.has(one.key))} />
    </Section>
  )
}

function Owed({ title, items }: { title: string; items: OwedItem[] }) {
  if (items.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <OwedList items={items} />
    </>
  )
}

/** The team's own habits stand behind what the customer is owed: folded, with how many are due. */
function Rhythms({ items }: { items: OwedItem[] }) {
  const { account } = useAccount()
  const [open, setOpen] = useOpen(account.id, "rhythms")
  if (items.length === 0) return null
  const due = items.filter(({ overdue }) => overdue).length
  return (
    <Disclosure
      open={open}
      onToggle={setOpen}
      summary={<span className="soft">{words.rhythms(items.length, due)}</span>}
    >
      <OwedList items={items} />
    </Disclosure>
  )
}

function OwedList({ items }: { items: OwedItem[] }) {
  const { today } = useAccount()
  return (
    <ul className="rows">
      {items.map(({ key, label, rhythm, lastOn, nextOn, overdue }) => (
        <li key={key} className="row">
          <div className="row-main">
            {label}
            <span className="row-meta">
              {rhythm} · {lastOn ? words.last(formatDay(lastOn, today)) : words.never}
            </span>
          </div>
          {nextOn ? (
            <span className="row-end">
              {overdue ? (
                <Badge tone="poor">{words.overdue(formatDay(nextOn, today))}</Badge>
              ) : (
                words.next(formatDay(nextOn, today))
              )}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
