import { useState } from "react"

import { coverKeys } from "~src/domain/week/cover-keys"
import type { CoveragePlan } from "~src/messaging/views/lists"
import type { WeekCustomers } from "~src/messaging/views/team"
import { useWrite } from "~src/store/use-write"

import { Badge, Button, Name, SafeLink, StatusMark } from "~src/ui/base"
import { formatDate } from "~src/ui/base/format"
import { coverage } from "~src/ui/strings/book"
import { cover as words } from "~src/ui/strings/cover"

import { useKept } from "../../shared/use-kept"
import { CoverFields } from "./CoverFields"
import { Drafts } from "./Drafts"

const noTexts: Record<string, string> = {}

interface Props {
  plan: CoveragePlan
  today: string
  /** The customers with what was written of them; undefined while they are read. */
  data: WeekCustomers | undefined
  me: string
  people: string[]
}

/** Who needs what, and the steps; as text for a document or a message. */
export function Plan({ plan, today, data, me, people }: Props) {
  const texts = data?.texts ?? noTexts
  const keep = useKept(texts)
  const named = plan.rows.filter(({ accountId }) => texts[coverKeys.who(accountId)]).length
  const [said, setSaid] = useState("")
  const { mutate: openPage } = useWrite("open.page")
  const copy = () =>
    void navigator.clipboard.writeText(plan.text).then(
      () => setSaid(coverage.copied),
      () => setSaid(coverage.notCopied),
    )
  return (
    <section className="plan" aria-label={coverage.title}>
      <header className="plan-head">
        <h2>{plan.rows.length === 0 ? coverage.none : coverage.customers(plan.rows.length)}</h2>
        <span className="soft">{plan.rows.length === 0 ? "" : words.named(named, plan.rows.length)}</span>
        <span role="status" className="soft">
          {said}
        </span>
        <Button icon="copy" onClick={copy}>
          {coverage.copy}
        </Button>
      </header>
      <ul className="cards">
        {plan.rows.map(({ accountId, name, tier, band, reasons, before, renewalOn }) => (
          <li key={accountId} className="cover">
            <button
              type="button"
              className="customer"
              onClick={() => openPage({ page: "vitally", accountId })}
            >
              <Name>{name}</Name>
            </button>
            <span className="meta">
              {tier ? <Badge>{tier}</Badge> : null}
              <StatusMark band={band} />
              {renewalOn === undefined ? null : <span>{coverage.renews(formatDate(renewalOn, today))}</span>}
            </span>
            <ul className="reasons">
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
            {data ? (
              <CoverFields
                row={{ accountId, name, tier, band, reasons, before }}
                texts={texts}
                people={people}
                period={plan}
              />
            ) : null}
            <div className="before">
              <h3>{coverage.before}</h3>
              <ul>
                {before.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ul>
      <h3>{coverage.steps}</h3>
      <ol className="plan-steps">
        {plan.steps.map(({ id, text }) => (
          <li key={id}>
            <label className="check">
              <input
                type="checkbox"
                aria-label={words.tick(text)}
                checked={texts[coverKeys.tick(id)] !== undefined}
                onChange={(event) =>
                  keep(
                    coverKeys.tick(id),
                    event.target.checked ? "x" : "",
                    event.target.checked ? words.ticked : words.unticked,
                  )
                }
              />
              {text}
            </label>
            {id === "log-pto" && data?.policy.links.timeOff ? (
              <SafeLink href={data.policy.links.timeOff}>{words.timeOff}</SafeLink>
            ) : null}
          </li>
        ))}
      </ol>
      <p className="soft no-print">{words.kept}</p>
      {data ? (
        <Drafts
          from={plan.from}
          to={plan.to}
          today={today}
          me={me}
          rows={plan.rows}
          facts={data.facts}
          coverOf={(id) => texts[coverKeys.who(id)] ?? ""}
          noteOf={(id) => texts[coverKeys.note(id)] ?? ""}
        />
      ) : null}
    </section>
  )
}
